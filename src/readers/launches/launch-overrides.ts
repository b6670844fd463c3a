import { readDocumentOfInput } from './input-transformers';
import { fieldsIn } from './state-fields';
import type { Value } from '../../cloudformation/value';
import { list, required } from '../../cloudformation/value-helpers';
import { containerFacts, type ContainerFacts } from '../../facts/container';
import { Unknown, type Fact } from '../../facts/fact';

/** The containers that overrides in the words of CloudFormation are for. */
export function readOverrides(overrides: Value): Fact<readonly ContainerFacts[]> {
  return list(overrides.get('ContainerOverrides'), (one) => containerFacts({
    name: required(one.get('Name').text()),
    environment: list(one.get('Environment'), (entry) => ({ name: required(entry.get('Name').text()), value: entry.get('Value').text() })),
  }));
}

/** The containers that the input of a target is for: overrides as JSON, in the words of the API. */
export function readInput(target: Value): Fact<readonly ContainerFacts[]> {
  const input = readDocumentOfInput(target);
  if (input instanceof Unknown) return input;
  return list(input.get('containerOverrides'), (one) => containerFacts({
    name: required(one.get('name').text()),
    environment: list(one.get('environment'), (entry) => ({ name: required(entry.get('name').text()), value: entry.get('value').text() })),
  }));
}

/** Fields of the input of a target, which reaches RunTask as it is written. */
export function readInputFields(target: Value): Fact<readonly string[]> {
  if (target.get('InputPath').isSet() !== false) return [];
  const input = readDocumentOfInput(target);
  return input instanceof Unknown ? input : fieldsIn(input.json);
}
