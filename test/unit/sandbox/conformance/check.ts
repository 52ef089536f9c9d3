import { costOf } from '../../../../src/sandbox/costs.ts';
import type { Operation } from '../../../../src/sandbox/operation.ts';
import { inner, type Json, type Reply, type Rig } from '../support.ts';
import { type Deviation, deviations } from './deviations.ts';
import { type Document, type Documents, misfits, readDocuments, resolve } from './documents.ts';
import { exampleReplies } from './examples.ts';

export const operationName = ({ version, method, path }: Operation): string => `${version} ${method} ${path}`;

/** Holds the sandbox's operations against the published documents. */
export class Conformance {
  readonly #rig: Rig;
  readonly #documents: Documents;
  readonly #used = new Set<Deviation>();

  private constructor(rig: Rig, documents: Documents) {
    this.#rig = rig;
    this.#documents = documents;
  }

  /** Undefined where the documents are not at hand. */
  static with(rig: Rig): Conformance | undefined {
    const documents = readDocuments();
    return documents && new Conformance(rig, documents);
  }

  /** All that is wrong with an operation: undocumented, another price, answers that do not fit, by every document that has it. */
  async problemsOf(operation: Operation): Promise<string[]> {
    const { version, method, path } = operation;
    const known = this.#documents[version].flatMap((document) => {
      const documented = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      return documented === undefined ? [] : [{ document, documented }];
    });
    if (known.length === 0) return ['is not documented'];
    const replies = await exampleReplies(this.#rig, operation);
    const problems = known.flatMap(({ document, documented }) =>
      this.#problemsBy(document, documented, operation, replies).map((problem) => `${document.name}: ${problem}`),
    );
    return [...new Set(problems)];
  }

  #problemsBy(document: Document, documented: Json, operation: Operation, replies: readonly Reply[]): string[] {
    const { version, method, path } = operation;
    const problems: string[] = [];
    const cost = costOf(version, method, path);
    if (cost !== documented['x-token-cost']) problems.push(`costs ${cost}, documented are ${String(documented['x-token-cost'])}`);
    for (const reply of replies) {
      const responses = inner(documented['responses']);
      const name = operationName(operation);
      const status = responses[String(reply.status)] ? [] : [`the status ${reply.status} is not documented`];
      if (this.#unexcused(document, name, status).length > 0) {
        problems.push(`${status.join()}: ${reply.error}`);
        continue;
      }
      const response = resolve(document.root, responses[String(reply.status)] ?? responses['200']);
      const content = Object.values(inner(response['content']))[0];
      problems.push(...this.#unexcused(document, name, misfits(document, inner(content)['schema'], reply.body)));
    }
    return problems;
  }

  /** Deviations that nothing needed, once every operation has been looked at. */
  get unused(): string[] {
    return deviations.filter((one) => !this.#used.has(one)).map(({ operation, misfit }) => `${operation} ${misfit}`);
  }

  #unexcused(document: Document, name: string, found: readonly string[]): string[] {
    return found.filter((misfit) => {
      const excuses = deviations.filter(
        (one) => (one.document ?? document.name) === document.name && one.operation.test(name) && one.misfit.test(misfit),
      );
      for (const excuse of excuses) this.#used.add(excuse);
      return excuses.length === 0;
    });
  }
}
