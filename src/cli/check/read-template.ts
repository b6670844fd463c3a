import type { LineFinder } from './lines';
import type { TemplateSource } from '../../cloudformation/template';

/** A template that was read, with its names for reports. */
export interface ReadTemplate {
  readonly source: TemplateSource & { readonly body: Readonly<Record<string, unknown>> };
  /** The file, as it is shown. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly lineOf: LineFinder;
  /** Constructs of the template, from its assembly; a plain template has none. */
  readonly origin?: Origin;
}

/** Constructs of resources, from an assembly. */
export interface Origin {
  /** The construct path of a resource, its source line, and the acknowledgements that hold for it. */
  of(templatePath: string, logicalId: string, metadataPath: string | undefined): ConstructOrigin;
  /** Construct of the stack that a template is for. */
  ofTemplate(templatePath: string): ConstructOrigin;
}

/** The construct a resource is made from. */
export interface ConstructOrigin {
  readonly path?: string;
  /** The line of the user's code that made it, if the assembly has it. */
  readonly line?: { readonly file: string; readonly line: number };
  /** Reasons of the acknowledgements on it and above it, by the acknowledged id. */
  readonly acknowledged: ReadonlyMap<string, string>;
}
