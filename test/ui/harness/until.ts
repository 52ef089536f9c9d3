import { errors, type Locator } from 'playwright-core';

const pace = 50;

/**
 * Asks again and again until the probe gives something true, and gives that back.
 * `what` is a sentence's end: "the backup of 42.record was written".
 */
export async function until<T>(what: string, probe: () => Promise<T> | T, patience = 40_000): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
}

/** Whether something comes into sight within the time. */
export async function comesUp(what: Locator, within: number): Promise<boolean> {
  try {
    await what.first().waitFor({ timeout: within });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}
