import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { Unknown, type Fact } from '../../facts/fact';

/** Stands for what only the deployment knows: JSON reads digits inside of a text and outside. */
const PLACEHOLDER = '9007199254740991';

const BY_HAND = new Unknown('the value of the secret may be filled in by hand');

/** Keys of the JSON that a template fills a secret with; `undefined`: the value is one generated text. */
export function readJsonKeys({ properties }: Resource): Fact<readonly string[] | undefined> {
  const generator = properties.get('GenerateSecretString');
  const settings = generator.entries();
  // The CDK writes a generator without settings for each secret, and many of those get their value later.
  if (settings instanceof Unknown || settings.length === 0) return BY_HAND;
  const template = generator.get('SecretStringTemplate');
  const isTemplated = template.isSet();
  if (isTemplated !== true) return isTemplated || undefined;
  const name = generator.get('GenerateStringKey').text();
  if (typeof name !== 'string') return new Unknown('the key of the generated text is known when the stack is deployed');
  const keys = keysIn(template);
  return keys instanceof Unknown ? keys : [...keys, name];
}

function keysIn(template: Value): Fact<readonly string[]> {
  const text = template.pieces().map((piece) => typeof piece === 'string' ? piece : PLACEHOLDER).join('');
  const keys = keysOf(text);
  return keys === undefined || keys.some((key) => key.includes(PLACEHOLDER)) ? new Unknown('the template of the secret is known when the stack is deployed') : keys;
}

function keysOf(text: string): readonly string[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? Object.keys(json) : undefined;
  } catch {
    return undefined;
  }
}
