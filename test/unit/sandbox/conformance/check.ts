import { costOf } from '../../../../src/sandbox/costs.ts';
import type { Operation, Version } from '../../../../src/sandbox/operation.ts';
import { inner, type Rig } from '../support.ts';
import { type Deviation, deviations } from './deviations.ts';
import { type Document, misfits, readDocument, resolve } from './documents.ts';
import { exampleReplies } from './examples.ts';

export const operationName = ({ version, method, path }: Operation): string => `${version} ${method} ${path}`;

/** Holds the sandbox's operations against the published documents. */
export class Conformance {
  readonly #rig: Rig;
  readonly #documents: Record<Version, Document>;
  readonly #used = new Set<Deviation>();

  private constructor(rig: Rig, documents: Record<Version, Document>) {
    this.#rig = rig;
    this.#documents = documents;
  }

  /** Undefined where the documents are not at hand. */
  static with(rig: Rig): Conformance | undefined {
    const [v1, v2] = [readDocument('pipedrive-v1.yaml'), readDocument('pipedrive-v2.yaml')];
    return v1 && v2 ? new Conformance(rig, { v1, v2 }) : undefined;
  }

  /** All that is wrong with an operation: undocumented, another price, answers that do not fit. */
  async problemsOf(operation: Operation): Promise<string[]> {
    const { version, method, path } = operation;
    const document = this.#documents[version];
    const documented = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    if (!documented) return ['is not documented'];
    const problems: string[] = [];
    const cost = costOf(version, method, path);
    if (cost !== documented['x-token-cost']) problems.push(`costs ${cost}, documented are ${String(documented['x-token-cost'])}`);
    for (const reply of await exampleReplies(this.#rig, operation)) {
      const responses = inner(documented['responses']);
      const name = operationName(operation);
      const status = responses[String(reply.status)] ? [] : [`the status ${reply.status} is not documented`];
      if (this.#unexcused(name, status).length > 0) {
        problems.push(`${status.join()}: ${reply.error}`);
        continue;
      }
      const response = resolve(document.root, responses[String(reply.status)] ?? responses['200']);
      const content = Object.values(inner(response['content']))[0];
      problems.push(...this.#unexcused(name, misfits(document, inner(content)['schema'], reply.body)));
    }
    return [...new Set(problems)];
  }

  /** Deviations that nothing needed, once every operation has been looked at. */
  get unused(): string[] {
    return deviations.filter((one) => !this.#used.has(one)).map(({ operation, misfit }) => `${operation} ${misfit}`);
  }

  #unexcused(name: string, found: readonly string[]): string[] {
    return found.filter((misfit) => {
      const excuses = deviations.filter((one) => one.operation.test(name) && one.misfit.test(misfit));
      for (const excuse of excuses) this.#used.add(excuse);
      return excuses.length === 0;
    });
  }
}
