// The imports of package.json point into dist/; the import rule reads sources. Same shape as a bundler's configuration,
// because that is what dependency-cruiser takes aliases from.
const path = require('node:path');

const libs = path.resolve(__dirname, '..', 'libs');
const rooms = ['kernel', 'access', 'messages', 'ui', 'indicators', 'activity'];

module.exports = {
  resolve: {
    alias: Object.fromEntries([
      ...rooms.map((room) => [`#${room}$`, path.join(libs, room, 'index.ts')]),
      ['#domain', path.join(libs, 'domain')],
    ]),
  },
};
