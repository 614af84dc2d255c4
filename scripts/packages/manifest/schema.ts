/** As much of the custom elements manifest (custom-elements-manifest 1.0.0) as is written here. */
interface Typed {
  readonly text: string;
}

export interface Member {
  readonly kind: 'field' | 'method';
  readonly name: string;
  readonly privacy?: 'public' | 'protected' | 'private';
  readonly static?: boolean;
  readonly attribute?: string;
  readonly type?: Typed;
  readonly description?: string;
}

export interface Attribute {
  readonly name: string;
  readonly fieldName?: string;
  readonly type?: Typed;
  readonly default?: string;
  readonly description?: string;
}

export interface Described {
  readonly name: string;
  readonly description: string;
}

export interface ElementEvent extends Described {
  readonly type: Typed;
}

export interface CssProperty extends Described {
  readonly default: string;
}

export interface Declaration {
  readonly kind: string;
  readonly name: string;
  tagName?: string;
  superclass?: { readonly name: string; readonly package: string };
  members?: Member[];
  attributes?: Attribute[];
  events?: ElementEvent[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: CssProperty[];
}

interface Reference {
  readonly name: string;
  readonly module: string;
}

interface Module {
  readonly kind: 'javascript-module';
  readonly path: string;
  readonly declarations: Declaration[];
  readonly exports: readonly {
    readonly kind: 'js' | 'custom-element-definition';
    readonly name: string;
    readonly declaration: Reference;
  }[];
}

export interface Manifest {
  readonly schemaVersion: string;
  modules: Module[];
}
