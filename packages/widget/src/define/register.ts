interface VersionedElement extends CustomElementConstructor {
  readonly version: string;
}

/**
 * Registers an element once. A page that loads the script twice keeps the first: the same version
 * is passed over in silence, another one is told of. Never throws.
 */
export function register(tag: string, element: VersionedElement): void {
  const present = customElements.get(tag) as Partial<VersionedElement> | undefined;
  if (present === undefined) {
    customElements.define(tag, element);
  } else if (present.version !== element.version) {
    const other = present.version ?? 'another element';
    console.warn(`<${tag}> is ${other} on this page; ${element.version} was not registered.`);
  }
}
