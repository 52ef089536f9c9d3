/** Every sentence that a fault of this room shows to a person; a translation replaces this file. */

const quote = (text: string | undefined): string => (text ? ` Pipedrive says: “${text}”` : '');

const seconds = (ms: number | undefined): string =>
  ms === undefined || ms < 1500 ? 'in a moment' : `in ${Math.ceil(ms / 1000)} seconds`;

const hours = (ms: number | undefined): string => {
  if (ms === undefined) return '';
  const count = Math.ceil(ms / 3_600_000);
  return count <= 1 ? ' (within the hour)' : ` (in about ${count} hours)`;
};

/** `days_to_rotten` for people: the words of a key. */
const words = (key: string): string => key.replaceAll('_', ' ');

const versionName = (version: string): string => (version === 'v1' ? 'version 1' : 'version 2');
const other = (version: string): string => (version === 'v1' ? 'v2' : 'v1');

export const sentences = {
  baseUrlRefused: (text: string) =>
    `“${text.slice(0, 80)}” is not an address of Pipedrive. Use https://<company>.pipedrive.com, without a path, ` +
    'or an http address of this computer (localhost).',
  domainRefused: () =>
    'This is not a Pipedrive company domain. It is the “acme” of acme.pipedrive.com, as your browser shows it when Pipedrive is open.',
  domainReserved: (name: string) =>
    `“${name}” is an address of Pipedrive itself. Use your company’s: the “acme” of acme.pipedrive.com.`,
  tokenUnusable: () =>
    'The API token holds characters that no token has. Copy it again from Pipedrive, under Settings > Personal preferences > API.',

  unreachable: () => 'Pipedrive cannot be reached. Check the network connection, then try again.',
  nameNotFound: () =>
    'Pipedrive cannot be reached: its address was not found. Check the network connection and the company domain, then try again.',
  tlsRefused: () =>
    'Pipedrive cannot be reached safely: the certificate it showed is not trusted. Check the proxy and certificate settings (http.proxy, http.systemCertificates).',
  unknownOutcome: () =>
    'The connection was lost before Pipedrive answered, and it cannot be reached now. The change may or may not have been made: look at the record before you send it again.',
  unknownOutcomeOfAnswer: () =>
    'The answer of Pipedrive could not be read. The change may or may not have been made: look at the record before you send it again.',
  unknownOutcomeOfClosing: () =>
    'The account was closed before Pipedrive answered. The change may or may not have been made: look at the record before you send it again.',
  timeout: (ms: number) => `Pipedrive did not answer within ${Math.round(ms / 1000)} seconds. Try again.`,
  cancelled: () => 'The request was cancelled.',
  disposed: () => 'The request was cancelled because the account was closed.',

  unauthorized: () =>
    'Pipedrive does not accept the API token. Sign in again with the token shown under Settings > Personal preferences > API.',
  payment: (message?: string) =>
    `The company’s Pipedrive plan does not include this, or its account is not open.${quote(message)} Ask an admin of your Pipedrive.`,
  feature: (message?: string) =>
    `The company’s Pipedrive plan does not include this.${quote(message)} Ask an admin of your Pipedrive.`,
  planLimit: (message?: string) =>
    `The limit of the company’s Pipedrive plan is reached.${quote(message)} Delete what is not needed, or ask an admin of your Pipedrive.`,
  forbidden: (message?: string) =>
    `Your Pipedrive user is not allowed to do this.${quote(message)} Ask an admin of your Pipedrive for the permission.`,
  blocked: () =>
    'Pipedrive has blocked this client for a while, because too many requests were sent. Wait some minutes before you try again.',
  blockedPage: () =>
    'Something before Pipedrive refused the request (a firewall or proxy). Check the network, or try again later.',
  notFound: (message?: string) =>
    `Pipedrive does not find this. It may have been deleted, or your user may not see it.${quote(message)}`,
  gone: (message?: string) => `This no longer exists in Pipedrive.${quote(message)} Refresh the view.`,
  invalid: (message?: string) => `Pipedrive refused the values.${quote(message)} Correct them, then try again.`,
  invalidWithoutMessage: () => 'Pipedrive refused the values without saying why. Check them, then try again.',
  refused: (message?: string) => `Pipedrive did not do this.${quote(message)} Try again, or refresh the view first.`,
  rateLimited: (ms?: number) =>
    `Pipedrive takes no more requests for the moment, because many were sent at once. Try again ${seconds(ms)}.`,
  budgetSpent: (ms?: number) =>
    `The company’s API tokens of today are used up, so Pipedrive answers no request; this is not the limit of requests in a few seconds. They are renewed at midnight, server time${hours(ms)}; an admin can buy more.`,
  redirected: () =>
    'Pipedrive’s address answered with a redirect to another one, which is not followed, so that the API token goes nowhere else. Check the company domain.',
  server: (status: number) =>
    `Pipedrive has a problem of its own (${status}). Nothing on your side is wrong; try again in a few minutes.`,
  unsupported: (version: string) =>
    `Pipedrive no longer answers this in ${versionName(version)} of its API. Set “pipedrive.apiVersion” to “${other(version)}”, then try again.`,
  unsupportedFilter: (version: string) =>
    `Pipedrive no longer answers this in ${versionName(version)} of its API, and ${versionName(other(version))}, which you have chosen, does not offer the filter or order that was asked for. Take it away, or use a search or a filter saved in Pipedrive instead.`,
  unsupportedAltogether: () => 'Pipedrive does not answer this operation, and no other version of its API offers it.',
  unexpected: (status?: number) =>
    `The answer is not one of Pipedrive’s${status === undefined ? '' : ` (status ${status})`}. A proxy, a firewall or a wrong address may stand between; check the company domain, then try again.`,
  unreadable: () => 'The answer of Pipedrive was cut off or is not readable. Try again.',

  pictureType: () => 'Pipedrive takes GIF, JPG and PNG pictures only. Choose another file.',
  pictureSquare: (width: number, height: number) =>
    `The picture is ${width} × ${height} pixels and must be square. Crop it, or choose another.`,
  pictureSmall: (width: number, smallest: number) =>
    `The picture is ${width} pixels wide and must have ${smallest} or more. Choose a larger one.`,
  pictureCrop: () => 'The crop reaches beyond the picture. Choose it again.',
  pictureAddress: () => 'Pipedrive gave an address for the picture that is not safe to ask. Look at it in Pipedrive.',
  pictureUnloaded: () => 'The picture could not be loaded from where Pipedrive keeps it. Try again later.',
  fileUnreadable: (code: string) =>
    `The file cannot be read${code === '' ? '' : ` (${code})`}. Check that it is there and that you may read it.`,
  fileUnwritable: () => 'The file cannot be written there. Check the folder and the space that is left, or choose another place.',
  mergeWithItself: () => 'A person cannot be merged with itself. Choose another one.',

  noSuchRecord: () => 'This is not a record’s id.',
  notSearchable: (entity: string) => `Pipedrive has no search for ${words(entity)} records.`,
  notOffered: (operation: string) => `Pipedrive does not offer “${operation}”.`,
  pageLoop: () => 'Pipedrive gave the same page twice, so the list was stopped. Refresh it to start again.',

  consentKept: () =>
    'Pipedrive kept the marketing status as it was: it takes each change once only, and only with a valid e-mail address.',
  pricesKept: () => 'Pipedrive kept prices that were taken away: only version 2 of its API can do that, and it did not answer.',

  misfit: (expected: string, found: string) => `${expected} was expected here, ${found} was found.`,
  misfitRow: () => 'This row is no record: it has no id, so it is not shown.',
} as const;
