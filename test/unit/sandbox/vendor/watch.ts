/** What the vendor's client offers for the resources that are served, and is not served: nothing of the product asks for it. */
const notServed: ReadonlySet<string> = new Set([
  ...['addNoteComment', 'deleteComment', 'getComment', 'getNoteComments', 'updateCommentForNote'],
  ...['addFileAndLinkIt', 'linkFileToItem'],
  ...['addProductVariation', 'deleteProductVariation', 'getProductVariations', 'updateProductVariation'],
  ...['deleteProductImage', 'getProductImage', 'updateProductImage', 'uploadProductImage', 'duplicateProduct'],
]);

/** Wraps parts of the client and knows which of their operations have been called. */
export class Watch {
  readonly #offered = new Set<string>();
  readonly #called = new Set<string>();

  over<Api extends object>(api: Api): Api {
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(api))) {
      if (name !== 'constructor') this.#offered.add(name);
    }
    return new Proxy(api, {
      get: (target, name, receiver) => {
        if (typeof name === 'string' && this.#offered.has(name)) this.#called.add(name);
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  }

  /** Operations that are offered and served, and that nobody called. */
  get missed(): string[] {
    return [...this.#offered].filter((name) => !this.#called.has(name) && !notServed.has(name));
  }
}
