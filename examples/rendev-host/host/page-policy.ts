import type { RequestHandler } from 'express';

/** The policy of docs/csp.md, with the site's own scripts and requests beside. */
export function pagePolicy(interviewServer: string): RequestHandler {
  const policy = [
    `default-src 'none'`,
    `script-src 'self' ${interviewServer}`,
    `style-src 'self'`,
    `connect-src 'self' ${interviewServer} ${interviewServer.replace(/^http/, 'ws')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ].join('; ');
  return (_request, response, next) => {
    // The mail's code is in the address of the page.
    response.set({ 'content-security-policy': policy, 'referrer-policy': 'no-referrer' });
    next();
  };
}
