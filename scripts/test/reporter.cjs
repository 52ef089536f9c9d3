// Mocha's own list of tests, and the numbers in a file, written as the very last act: a run that leaves no
// file did not get to its end. In the served extension host lines come out among the workbench's own, so that
// they begin with a sign there.
const { writeFileSync } = require('node:fs');
const { format } = require('node:util');
const mocha = require('mocha');

const { reporters } = mocha.default ?? mocha;
const sign = process.env.PIPEDRIVE_EXPLORER_SIGN ?? '';

reporters.Base.consoleLog = (...args) => console.log('%s', sign + format(...args).replaceAll('\n', `\n${sign}`));

module.exports = class extends reporters.Spec {
  done(failed, finish) {
    const { passes = 0, failures = 0, pending = 0 } = this.stats;
    const file = process.env.PIPEDRIVE_EXPLORER_RESULTS;
    if (file) writeFileSync(file, JSON.stringify({ passes, failures, pending }));
    finish(failed);
  }
};
