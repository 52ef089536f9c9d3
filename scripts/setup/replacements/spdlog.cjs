// Put in place of @vscode/spdlog, which is native: the same exports, appending to a file.
// VS Code imports them by name, so each is assigned on its own.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
let defaultLevel = 2;

class Logger {
  constructor(_kind, name, file) {
    this.name = name;
    this.file = file;
    this.level = defaultLevel;
    this.formatted = true;
    mkdirSync(dirname(file), { recursive: true });
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.formatted = false;
  }
  flush() {}
  drop() {}
  write(level, message) {
    if (level < this.level) return;
    const head = this.formatted ? `${new Date().toISOString()} [${names[level]}] ` : '';
    appendFileSync(this.file, `${head}${message}${this.formatted ? '\n' : ''}`);
  }
}
names.slice(0, 6).forEach((name, level) => {
  Logger.prototype[name === 'warning' ? 'warn' : name] = function (message) {
    this.write(level, message);
  };
});

const create = async (name, file) => new Logger('rotating', name, file);

exports.version = 0;
exports.setLevel = (level) => {
  defaultLevel = level;
};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
exports.Logger = Logger;
