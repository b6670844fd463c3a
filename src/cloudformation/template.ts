import type { App } from './app';
import type { Assumed } from './assumed';
import type { ImagePlatforms } from './image-assets';
import { asRecord } from './json';
import type { Memoizing } from './memoize';
import type { Resolved } from './resolved';
import { Value } from './value';

/** A synthesized template and what is known of the stack it is for. */
export interface TemplateSource {
  /** Its path, or anything else that is its own. */
  readonly id: string;
  readonly body: unknown;
  readonly stackName?: string;
  readonly account?: string;
  readonly region?: string;
  /** Templates of one assembly import from each other first. */
  readonly assembly?: string;
  /** Known values of the stack's parameters. */
  readonly parameters?: ReadonlyMap<string, string>;
  /** Parameters of which it is tried what they would decide. */
  readonly assumed?: ReadonlyMap<string, Assumed>;
  /** Reads the platforms of the images that the CDK builds for the stack. Templates of running stacks come without them. */
  readonly imagePlatforms?: () => ImagePlatforms;
  /** For a nested stack: the resource that makes it. */
  readonly nestedIn?: { readonly template: string; readonly logicalId: string };
  /** Logical ids that loops made, each with the key of its loop. */
  readonly loopOf?: ReadonlyMap<string, string>;
}

/** The resources that make a nested stack, each with the property that names its template. `sam deploy` turns the second into the first. */
export const NESTED_STACK_TYPES: ReadonlyMap<unknown, string> = new Map([['AWS::CloudFormation::Stack', 'TemplateURL'], ['AWS::Serverless::Application', 'Location']]);

/** One resource of a template. */
export interface Resource extends Memoizing {
  readonly template: Template;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Value;
  readonly metadata: unknown;
  /** Logical ids of what it waits for by its own word. */
  readonly dependsOn: readonly string[];
  /** The condition that decides whether there is one. */
  readonly condition?: string;
}

interface Output {
  readonly value: unknown;
  readonly exportName?: string;
}

/** A template, taken apart as far as it has the form of one. */
export class Template implements Memoizing {
  public readonly resources = new Map<string, Resource>();
  public readonly outputs = new Map<string, Output>();
  /** Every property that it leaves out. */
  public readonly absent = new Value(this, undefined);
  public readonly parameters: Readonly<Record<string, unknown>>;
  public readonly conditions: Readonly<Record<string, unknown>>;
  public readonly mappings: Readonly<Record<string, unknown>>;
  /** Results of its functions, by the JSON of each. */
  public readonly resolved = new Map<unknown, Resolved>();
  public remembered?: Map<object, unknown> = undefined;

  public constructor(public readonly app: App, public readonly source: TemplateSource) {
    const body = asRecord(source.body);
    this.parameters = asRecord(body.Parameters);
    this.conditions = asRecord(body.Conditions);
    this.mappings = asRecord(body.Mappings);
    for (const [logicalId, json] of Object.entries(asRecord(body.Resources))) this.addResource(logicalId, asRecord(json));
    for (const [name, json] of Object.entries(asRecord(body.Outputs))) this.addOutput(name, asRecord(json));
  }

  private addResource(logicalId: string, json: Readonly<Record<string, unknown>>): void {
    if (typeof json.Type !== 'string') return;
    const properties = new Value(this, json.Properties ?? {});
    this.resources.set(logicalId, {
      template: this,
      logicalId,
      type: json.Type,
      properties,
      metadata: json.Metadata,
      dependsOn: namesIn(json.DependsOn),
      remembered: undefined,
      condition: typeof json.Condition === 'string' ? json.Condition : undefined,
    });
  }

  private addOutput(name: string, json: Readonly<Record<string, unknown>>): void {
    const exportName = asRecord(json.Export).Name;
    this.outputs.set(name, { value: json.Value, exportName: typeof exportName === 'string' ? exportName : undefined });
  }
}

const NO_NAMES: readonly string[] = [];

function namesIn(json: unknown): readonly string[] {
  if (typeof json === 'string') return [json];
  return Array.isArray(json) ? json.filter((name) => typeof name === 'string') : NO_NAMES;
}

/** Names of the macros that CloudFormation puts a template through. */
export function macrosOf(body: unknown): readonly string[] {
  const { Transform } = asRecord(body);
  if (Transform === undefined) return NO_NAMES;
  return (Array.isArray(Transform) ? Transform as readonly unknown[] : [Transform]).map((macro) => String(asRecord(macro).Name ?? macro));
}
