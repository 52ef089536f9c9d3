import { l10n, workspace } from 'vscode';
import { allowedOrigin, companyDomain } from '../api/host.ts';
import { PipedriveError } from '../api/errors.ts';
import type { ApiVersion } from '../api/types.ts';
import { demoId, settings } from '../ids/index.ts';

/** The version of Pipedrive's API that the setting names. */
export function apiVersion(): ApiVersion {
  return workspace.getConfiguration(settings.section).get(settings.apiVersion) === 'v1' ? 'v1' : 'v2';
}

/** Where a company's requests go: its own address, or the one the machine's settings name. */
export function baseUrlOf(domain: string): string {
  return baseUrlOfSettings() ?? webUrlOf(domain);
}

/** Where a company's pages are. */
export function webUrlOf(domain: string): string {
  return `https://${domain}.pipedrive.com`;
}

/**
 * The base URL from the user's own settings. A workspace's are left unread: whoever gives a person
 * a folder to open must not choose where their token goes.
 *
 * @throws PipedriveError `invalid` for an address that must not have the token
 */
function baseUrlOfSettings(): string | undefined {
  const own: unknown = workspace.getConfiguration(settings.section).inspect(settings.baseUrl)?.globalValue;
  if (typeof own !== 'string' || own.trim() === '') return undefined;
  try {
    return allowedOrigin(own.trim());
  } catch (error) {
    if (!PipedriveError.is(error, 'invalid')) throw error;
    const name = `${settings.section}.${settings.baseUrl}`;
    throw new PipedriveError('invalid', l10n.t('The setting “{0}” is refused. {1}', name, error.message), {
      cause: error,
    });
  }
}

/**
 * The account id of a company. Safe in a path: a company domain is one DNS label. The company `demo`
 * gets an id that no domain can be, because `demo` is the demo account.
 */
export function accountIdOf(domain: string): string {
  return domain === demoId ? `${demoId}.pipedrive.com` : domain;
}

/** The company domain that `users/me` told, else the one typed. */
export function domainOf(told: string, typed: string): string {
  try {
    return companyDomain(told);
  } catch (error) {
    if (PipedriveError.is(error, 'invalid')) return companyDomain(typed);
    throw error;
  }
}
