/** The import rules of docs/architecture.md. */
const ours = '^packages/(protocol|widget|signal-server|turn-config)/';
const pack = (name) => `^packages/${name}/`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid('no-cycles', 'A cycle is two parts that are one.', {}, { circular: true }),
    forbid('no-unresolved', 'Every import resolves.', {}, { couldNotResolve: true }),
    forbid(
      'protocol-stands-alone',
      'The wire contract knows nobody.',
      { path: pack('protocol') },
      { path: ours, pathNot: pack('protocol') },
    ),
    forbid(
      'turn-config-stands-alone',
      'An operator can take turn-config without the rest.',
      { path: pack('turn-config') },
      { path: ours, pathNot: pack('turn-config') },
    ),
    forbid(
      'widget-imports-protocol-only',
      'The widget shares nothing with the server but the contract.',
      { path: pack('widget') },
      { path: ours, pathNot: '^packages/(widget|protocol)/' },
    ),
    forbid(
      'widget-takes-types-from-protocol',
      'The schemas would cost kilobytes in the browser; version, limits, reactions and error codes are plain values.',
      { path: `${pack('widget')}src/`, pathNot: '(\\.test\\.ts$|/testing/)' },
      {
        path: pack('protocol'),
        pathNot: 'src/(version|limits|reactions|error-codes)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'server-imports',
      'The server uses the contract and the TURN credentials.',
      { path: pack('signal-server') },
      { path: pack('widget') },
    ),
    forbid(
      'engine-has-no-interface',
      'The engine is headless: elements -> controllers -> engine, never back.',
      { path: '^packages/widget/src/engine/' },
      { path: '(^packages/widget/src/(?!engine/)|node_modules/(lit|@lit|lit-html|lit-element)/)' },
    ),
    forbid(
      'one-socket',
      'Only the channel adapter knows Socket.IO.',
      { path: '^packages/widget/src/', pathNot: 'signaling/socket-io-channel\\.ts$' },
      { path: 'node_modules/socket\\.io-client/' },
    ),
    forbid(
      'elements-keep-off-the-wires',
      'No element touches a peer connection or a socket: the engine does.',
      {
        path: '^packages/widget/src/(elements|controllers)/',
        pathNot: '(\\.test\\.ts$|/testing/)',
      },
      { path: '^packages/widget/src/engine/(peer|signaling|chat|entry)/' },
    ),
    forbid(
      'edges-do-not-meet',
      'Routes and events import services, never each other.',
      { path: '^packages/signal-server/src/.*-(routes|events)\\.ts$' },
      { path: '^packages/signal-server/src/.*-(routes|events|repository)\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['rendev-source', 'browser', 'import', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  },
};
