// @ts-check
'use strict';

/** Returns true if two templates describe the same resources, with any logical ids. */

const { createHash } = require('node:crypto');

/** @typedef {{ Type: string, Properties: any, DependsOn: string[] }} Resource */
/** @typedef {{ [logicalId: string]: Resource }} Resources */

/** Properties that may differ between two variants. All others must be equal. */
const ALLOWED_DIFFERENCES = [
  'the policy of the execution role: inline in the role, or an AWS::IAM::Policy of its own',
  'the roles that a service and its parts wait for: L2 waits for the task role, we wait for the execution role too',
  'the service-linked role of Application Auto Scaling: named by L2, and used whether it is named or not',
  'names and descriptions that are made from the construct path: task definition family, scaling policy name, security group description',
];

/** Properties whose values are made from the construct path. */
const NAMED_BY_PATH = {
  'AWS::ECS::TaskDefinition': 'Family',
  'AWS::ApplicationAutoScaling::ScalingPolicy': 'PolicyName',
  'AWS::EC2::SecurityGroup': 'GroupDescription',
};

/** The differences, one a line; none if the templates agree. */
function differences(/** @type {any} */ left, /** @type {any} */ right) {
  const [ours, theirs] = [comparable(left), comparable(right)];
  const unlike = unmatched(describe(ours, typesOf(ours)), describe(theirs, typesOf(theirs)));
  // Alike one by one, they can still be wired to each other in another way.
  return unlike.length > 0 ? unlike : unmatched(describe(ours, fingerprints(ours)), describe(theirs, fingerprints(theirs)));
}

/** Without what may differ. */
function comparable(/** @type {any} */ template) {
  /** @type {Resources} */
  const resources = {};
  for (const [id, { Type, Properties = {}, DependsOn = [] }] of Object.entries(template.Resources)) {
    if (Type === 'AWS::CDK::Metadata') continue;
    const properties = structuredClone(Properties);
    delete properties[NAMED_BY_PATH[/** @type {keyof typeof NAMED_BY_PATH} */ (Type)]];
    delete properties.RoleARN;
    resources[id] = { Type, Properties: properties, DependsOn: [DependsOn].flat() };
  }
  inlinePolicies(resources);
  for (const resource of Object.values(resources)) {
    resource.DependsOn = resource.DependsOn.filter((id) => resources[id].Type !== 'AWS::IAM::Role');
  }
  return resources;
}

/** Moves the statements of policies into the roles that they are attached to. */
function inlinePolicies(/** @type {Resources} */ resources) {
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    if (Type !== 'AWS::IAM::Policy') continue;
    delete resources[id];
    for (const role of Properties.Roles) (resources[role.Ref].Properties.Policies ??= []).push(Properties);
    for (const other of Object.values(resources)) other.DependsOn = other.DependsOn.filter((dependency) => dependency !== id);
  }
  for (const { Type, Properties } of Object.values(resources)) {
    if (Type !== 'AWS::IAM::Role' || !Properties.Policies) continue;
    Properties.Policies = Properties.Policies.map((/** @type {any} */ { PolicyDocument }) => ({ PolicyDocument }));
  }
}

/** Each resource as text, its references replaced by `nameOf` of their targets. */
function describe(/** @type {Resources} */ resources, /** @type {{ [id: string]: string }} */ nameOf) {
  return Object.values(resources).map(({ Type, Properties, DependsOn }) => {
    const dependsOn = DependsOn.map((id) => nameOf[id]).sort();
    return `${Type} ${JSON.stringify(withNames(Properties, nameOf))} after ${dependsOn.join(', ') || 'nothing'}`;
  });
}

/** @returns {any} */
function withNames(/** @type {any} */ value, /** @type {{ [id: string]: string }} */ nameOf) {
  if (Array.isArray(value)) return value.map((item) => withNames(item, nameOf));
  if (value === null || typeof value !== 'object') return value;
  if (typeof value.Ref === 'string') return { Ref: nameOf[value.Ref] ?? value.Ref };
  const attribute = value['Fn::GetAtt'];
  if (attribute) return { 'Fn::GetAtt': [nameOf[attribute[0]] ?? attribute[0], attribute[1]] };
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, withNames(item, nameOf)]));
}

function typesOf(/** @type {Resources} */ resources) {
  return Object.fromEntries(Object.entries(resources).map(([id, { Type }]) => [id, Type]));
}

/** A name for each resource that contains its properties and, step by step, those of the resources that it refers to. */
function fingerprints(/** @type {Resources} */ resources) {
  let names = typesOf(resources);
  for (let step = 0; step < 4; step++) {
    const texts = describe(resources, names);
    names = Object.fromEntries(Object.keys(resources).map((id, index) => [
      id, `${resources[id].Type} ${createHash('sha256').update(texts[index]).digest('hex').slice(0, 12)}`,
    ]));
  }
  return names;
}

/** Lines that only one side has: `-` the left, `+` the right. */
function unmatched(/** @type {string[]} */ left, /** @type {string[]} */ right) {
  const remaining = [...right];
  const onlyLeft = left.filter((line) => {
    const index = remaining.indexOf(line);
    if (index >= 0) remaining.splice(index, 1);
    return index < 0;
  });
  return [...onlyLeft.map((line) => `- ${line}`), ...remaining.map((line) => `+ ${line}`)].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
}

module.exports = { ALLOWED_DIFFERENCES, differences };
