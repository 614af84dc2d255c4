import { ask, showProblem } from '/api.js';

const element = document.querySelector('rendev-interview');
const application = new URLSearchParams(location.search).get('application');

/** For who came from the my-page. The link of a mail has a code, which the element reads itself. */
async function enterByTicket() {
  try {
    const { ticket } = await ask('POST', `/applications/${application}/interview-ticket`);
    element.ticket = ticket;
  } catch (error) {
    element.remove();
    showProblem(error);
  }
}

if (application !== null) {
  // A ticket lives for minutes; who waits for longer before the opening needs another.
  element.addEventListener('entry-refused', ({ detail }) => {
    if (detail.code === 'ticket-expired') void enterByTicket();
  });
  void enterByTicket();
}
