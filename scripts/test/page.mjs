import { createWriteStream } from 'node:fs';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { browserSwitches } from '../setup/browser.mjs';

/**
 * Opens the served VS Code on a test run. Every way the page can die is an end of `exit`.
 * @param {{ authority: string, browser: string, developmentPath: string, testsPath: string, logFile: string }} options
 */
export async function openForTests({ authority, browser: executablePath, developmentPath, testsPath, logFile }) {
  const browser = await chromium.launch({
    executablePath,
    args: browserSwitches,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage();
  const remote = `vscode-remote://${authority}`;
  const payload = [
    ['extensionDevelopmentPath', remote + developmentPath],
    ['extensionTestsPath', remote + testsPath],
    ['skipWelcome', 'true'],
  ];
  /** @type {Promise<number>} */
  const exit = new Promise((resolve, reject) => {
    page.on('crash', () => reject(new Error('The page with VS Code crashed.')));
    browser.on('disconnected', () => reject(new Error('The browser ended by itself.')));
    void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
  });
  exit.catch(() => undefined);
  const log = createWriteStream(logFile);
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    const text = format(...args);
    if (text.startsWith(sign)) process.stdout.write(`${text.replaceAll(sign, '')}\n`);
    else log.write(`${text}\n`);
  });
  await page.goto(`http://${authority}/?ew=true&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  return {
    exit,
    close: async () => {
      await browser.close();
      log.end();
    },
  };
}

/** What the tests' reporter is told to begin its lines with; all others are the workbench's talk. */
export const sign = '\u2060';
