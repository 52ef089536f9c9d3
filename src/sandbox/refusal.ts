import type { Answer, Version } from './operation.ts';

/** Thrown by an operation that refuses; carries the whole answer. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer, message: string) {
    super(message);
    this.name = 'Refusal';
    this.answer = answer;
  }
}

const info = 'Please check developers.pipedrive.com for more information about Pipedrive API.';

/** A refusal as version 1 words it. */
export function refuseV1(status: number, error: string): Refusal {
  return new Refusal({ status, body: { success: false, error, error_info: info, data: null, additional_data: null } }, error);
}

/** A refusal as version 2 words it. */
export function refuseV2(status: number, error: string, code: string): Refusal {
  return new Refusal({ status, body: { success: false, error, code } }, error);
}

/** What is wrong with a version 2 request, each problem with the name of what it is about. */
export class Problems {
  readonly #found: string[] = [];

  add(name: string, problem: string): void {
    this.#found.push(`${name}: ${problem}`);
  }

  /** Refuses the request if anything was found. */
  check(): void {
    if (this.#found.length > 0) {
      throw refuseV2(400, `Validation failed: ${this.#found.join('; ')}`, 'ERR_SCHEMA_VALIDATION_FAILED');
    }
  }
}

export const notAllowed = (name: string): string => `Parameter '${name}' is not allowed for this request`;

/** What the gateway in front of both versions answers without a valid token. */
export const unauthorized: Answer = {
  status: 401,
  body: {
    success: false,
    error: 'unauthorized access',
    errorCode: 401,
    error_info: 'Please check developers.pipedrive.com',
  },
};

export const overLimit: Answer = {
  status: 429,
  body: {
    success: false,
    error: 'request over limit',
    errorCode: 429,
    error_info: 'Please check developers.pipedrive.com',
  },
};

export function unknownMethod(version: Version | undefined): Answer {
  if (version === 'v2') return { status: 404, body: { success: false, error: 'Not found', code: 'ERR_NOT_FOUND' } };
  return { status: 404, body: { status: false, error: 'Unknown method .' } };
}

export function badJson(version: Version): Answer {
  const refusal =
    version === 'v1' ? refuseV1(400, 'Bad request') : refuseV2(400, 'Invalid JSON in request body', 'ERR_BAD_REQUEST');
  return refusal.answer;
}

export function tooLarge(version: Version): Answer {
  const error = 'Request entity too large';
  return (version === 'v1' ? refuseV1(413, error) : refuseV2(413, error, 'ERR_PAYLOAD_TOO_LARGE')).answer;
}

export const internalError: Answer = {
  status: 500,
  body: { success: false, error: 'Internal Server Error', code: 'ERR_UNKNOWN' },
};
