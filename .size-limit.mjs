import { firstLoad } from './bench/size/first-load.ts';

export default [
  {
    name: 'first load of the script tag',
    path: firstLoad('packages/widget/dist/rendev-interview.js'),
    gzip: true,
    limit: '36 kB',
  },
];
