import * as l10n from '@vscode/l10n';

/** Every sentence that a fault of this room shows to a person. */

const quote = (text: string | undefined): string => (text ? ` ${l10n.t('Pipedrive says: “{0}”', text)}` : '');

/** `days_to_rotten` for people: the words of a key. */
const words = (key: string): string => key.replaceAll('_', ' ');

const versionName = (version: string): string => (version === 'v1' ? l10n.t('version 1') : l10n.t('version 2'));
const other = (version: string): string => (version === 'v1' ? 'v2' : 'v1');

export const sentences = {
  baseUrlRefused: (text: string) =>
    l10n.t(
      '“{0}” is not an address of Pipedrive. Use https://<company>.pipedrive.com, without a path, or an http address of this computer (localhost).',
      text.slice(0, 80),
    ),
  domainRefused: () =>
    l10n.t(
      'This is not a Pipedrive company domain. It is the “acme” of acme.pipedrive.com, as your browser shows it when Pipedrive is open.',
    ),
  domainReserved: (name: string) =>
    l10n.t('“{0}” is an address of Pipedrive itself. Use your company’s: the “acme” of acme.pipedrive.com.', name),
  tokenUnusable: () =>
    l10n.t(
      'The API token holds characters that no token has. Copy it again from Pipedrive, under Settings > Personal preferences > API.',
    ),

  unreachable: () => l10n.t('Pipedrive cannot be reached. Check the network connection, then try again.'),
  nameNotFound: () =>
    l10n.t(
      'Pipedrive cannot be reached: its address was not found. Check the network connection and the company domain, then try again.',
    ),
  tlsRefused: () =>
    l10n.t(
      'Pipedrive cannot be reached safely: the certificate it showed is not trusted. Check the proxy and certificate settings (http.proxy, http.systemCertificates).',
    ),
  unknownOutcome: () =>
    l10n.t(
      'The connection was lost before Pipedrive answered, and it cannot be reached now. The change may or may not have been made: look at the record before you send it again.',
    ),
  unknownOutcomeOfAnswer: () =>
    l10n.t(
      'The answer of Pipedrive could not be read. The change may or may not have been made: look at the record before you send it again.',
    ),
  notToldDeleted: () =>
    l10n.t('Pipedrive did not say that this one was deleted. Look whether it is still there, then try again.'),
  unknownOutcomeOfClosing: () =>
    l10n.t(
      'The account was closed before Pipedrive answered. The change may or may not have been made: look at the record before you send it again.',
    ),
  timeout: (ms: number) => l10n.t('Pipedrive did not answer within {0} seconds. Try again.', Math.round(ms / 1000)),
  cancelled: () => l10n.t('The request was cancelled.'),
  disposed: () => l10n.t('The request was cancelled because the account was closed.'),

  unauthorized: () =>
    l10n.t(
      'Pipedrive does not accept the API token. Sign in again with the token shown under Settings > Personal preferences > API.',
    ),
  payment: (message?: string) =>
    l10n.t(
      'The company’s Pipedrive plan does not include this, or its account is not open.{0} Ask an admin of your Pipedrive.',
      quote(message),
    ),
  feature: (message?: string) =>
    l10n.t('The company’s Pipedrive plan does not include this.{0} Ask an admin of your Pipedrive.', quote(message)),
  planLimit: (message?: string) =>
    l10n.t(
      'The limit of the company’s Pipedrive plan is reached.{0} Delete what is not needed, or ask an admin of your Pipedrive.',
      quote(message),
    ),
  forbidden: (message?: string) =>
    l10n.t(
      'Your Pipedrive user is not allowed to do this.{0} Ask an admin of your Pipedrive for the permission.',
      quote(message),
    ),
  blocked: () =>
    l10n.t(
      'Pipedrive has blocked this client for a while, because too many requests were sent. Wait some minutes before you try again.',
    ),
  blockedPage: () =>
    l10n.t('Something before Pipedrive refused the request (a firewall or proxy). Check the network, or try again later.'),
  notFound: (message?: string) =>
    l10n.t('Pipedrive does not find this. It may have been deleted, or your user may not see it.{0}', quote(message)),
  gone: (message?: string) => l10n.t('This no longer exists in Pipedrive.{0} Refresh the view.', quote(message)),
  invalid: (message?: string) => l10n.t('Pipedrive refused the values.{0} Correct them, then try again.', quote(message)),
  invalidWithoutMessage: () => l10n.t('Pipedrive refused the values without saying why. Check them, then try again.'),
  refused: (message?: string) => l10n.t('Pipedrive did not do this.{0} Try again, or refresh the view first.', quote(message)),
  rateLimited: (ms?: number) =>
    ms === undefined || ms < 1500
      ? l10n.t('Pipedrive takes no more requests for the moment, because many were sent at once. Try again in a moment.')
      : l10n.t(
          'Pipedrive takes no more requests for the moment, because many were sent at once. Try again in {0} seconds.',
          Math.ceil(ms / 1000),
        ),
  budgetSpent: (ms?: number) => {
    const hours = Math.ceil((ms ?? 0) / 3_600_000);
    return ms === undefined
      ? l10n.t(
          'The company’s API tokens of today are used up, so Pipedrive answers no request; this is not the limit of requests in a few seconds. They are renewed at midnight, server time; an admin can buy more.',
        )
      : hours <= 1
        ? l10n.t(
            'The company’s API tokens of today are used up, so Pipedrive answers no request; this is not the limit of requests in a few seconds. They are renewed at midnight, server time (within the hour); an admin can buy more.',
          )
        : l10n.t(
            'The company’s API tokens of today are used up, so Pipedrive answers no request; this is not the limit of requests in a few seconds. They are renewed at midnight, server time (in about {0} hours); an admin can buy more.',
            hours,
          );
  },
  redirected: () =>
    l10n.t(
      'Pipedrive’s address answered with a redirect to another one, which is not followed, so that the API token goes nowhere else. Check the company domain.',
    ),
  server: (status: number) =>
    l10n.t('Pipedrive has a problem of its own ({0}). Nothing on your side is wrong; try again in a few minutes.', status),
  unsupported: (version: string) =>
    l10n.t(
      'Pipedrive no longer answers this in {0} of its API. Set “pipedrive.apiVersion” to “{1}”, then try again.',
      versionName(version),
      other(version),
    ),
  unsupportedFilter: (version: string) =>
    l10n.t(
      'Pipedrive no longer answers this in {0} of its API, and {1}, which you have chosen, does not offer the filter or order that was asked for. Take it away, or use a search or a filter saved in Pipedrive instead.',
      versionName(version),
      versionName(other(version)),
    ),
  unsupportedAltogether: () => l10n.t('Pipedrive does not answer this operation, and no other version of its API offers it.'),
  unexpected: (status?: number) =>
    status === undefined
      ? l10n.t(
          'The answer is not one of Pipedrive’s. A proxy, a firewall or a wrong address may stand between; check the company domain, then try again.',
        )
      : l10n.t(
          'The answer is not one of Pipedrive’s (status {0}). A proxy, a firewall or a wrong address may stand between; check the company domain, then try again.',
          status,
        ),
  unreadable: () => l10n.t('The answer of Pipedrive was cut off or is not readable. Try again.'),

  pictureType: () => l10n.t('Pipedrive takes GIF, JPG and PNG pictures only. Choose another file.'),
  pictureSquare: (width: number, height: number) =>
    l10n.t('The picture is {0} × {1} pixels and must be square. Crop it, or choose another.', width, height),
  pictureSmall: (width: number, smallest: number) =>
    l10n.t('The picture is {0} pixels wide and must have {1} or more. Choose a larger one.', width, smallest),
  pictureCrop: () => l10n.t('The crop reaches beyond the picture. Choose it again.'),
  pictureAddress: () => l10n.t('Pipedrive gave an address for the picture that is not safe to ask. Look at it in Pipedrive.'),
  pictureUnloaded: () => l10n.t('The picture could not be loaded from where Pipedrive keeps it. Try again later.'),
  fileUnreadable: (code: string) =>
    code === ''
      ? l10n.t('The file cannot be read. Check that it is there and that you may read it.')
      : l10n.t('The file cannot be read ({0}). Check that it is there and that you may read it.', code),
  fileUnwritable: () =>
    l10n.t('The file cannot be written there. Check the folder and the space that is left, or choose another place.'),
  mergeWithItself: () => l10n.t('A person cannot be merged with itself. Choose another one.'),

  noSuchRecord: () => l10n.t('This is not a record’s id.'),
  notSearchable: (entity: string) => l10n.t('Pipedrive has no search for {0} records.', words(entity)),
  notOffered: (operation: string) => l10n.t('Pipedrive does not offer “{0}”.', operation),
  pageLoop: () => l10n.t('Pipedrive gave the same page twice, so the list was stopped. Refresh it to start again.'),

  consentKept: () =>
    l10n.t(
      'Pipedrive kept the marketing status as it was: it takes each change once only, and only with a valid e-mail address.',
    ),
  pricesKept: () =>
    l10n.t('Pipedrive kept prices that were taken away: only version 2 of its API can do that, and it did not answer.'),
} as const;
