/** A part of a resource that does not have the shape of its property in CloudFormation. */
export interface ShapeFacts {
  /** As in `ContainerDefinitions.0.Command`; empty: the properties themselves. */
  readonly path: string;
  /** `unknown`: an object has keys that are no properties; `missing`: a required property is left out; else the shape that it has to have, or `null`. */
  readonly fault: 'unknown' | 'missing' | 'list' | 'object' | 'value' | 'null';
  /** The shape that it has, for messages: `one value`, `a list`. */
  readonly found: string;
  /** Keys of the object that are no properties. */
  readonly keys: readonly string[];
  /** The properties that the object can have. */
  readonly words: readonly string[];
}
