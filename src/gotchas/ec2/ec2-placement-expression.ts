import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';

/** One `=` that is no part of `==`, `!=`, `=~`, `>=` or `<=`. */
const ONE_EQUALS = /(?<![=!<>])=(?![=~])/;
const WITHOUT_ATTRIBUTE = /(?:^|[\s(!])(ecs\.[\w-]+)/;

export const ec2PlacementExpression = defineGotcha({
  id: 'ec2-placement-expression',
  title: 'A rule for where tasks are placed that ECS can\'t read',
  consequence: 'rejected',
  symptom: '`InvalidParameterException: Invalid expression`, or one about the field of a placement strategy.',
  why: 'The cluster query language compares with `==`, and names attributes of instances with `attribute:` in front. A strategy to spread has a field, and one to fill instances is by `cpu` or `memory`.',
  rule: 'A constraint `memberOf` has an `expression` with `==` and with `attribute:` in front of each attribute, `distinctInstance` has none. A strategy `spread` has a `field`, and `binpack` has `cpu` or `memory` as its `field`.',
  fix: 'write the expression as in attribute:ecs.instance-type == m6i.large',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['placementExpressions', 'placementStrategies'],
  reads: ['distinctHasExpression'],
  check: ({ placementExpressions, placementStrategies, distinctHasExpression }) => all(
    () => !known(distinctHasExpression) ? [] : [{
      property: 'placementConstraints',
      detail: 'placementConstraints (distinctInstance with an expression) mix two constraints, and an expression is for memberOf',
      fix: 'leave the expression out, or write it in a second constraint of type memberOf',
    }],
    () => each(placementExpressions, (expression) => expressionFault(known(expression))),
    () => each(placementStrategies, ({ type, field }) => strategyFault(known(type), known(field))),
  ),
});

function expressionFault(expression: string | undefined): readonly Result[] {
  const property = 'placementConstraints';
  if (expression === undefined || expression.trim() === '') return [{ property, detail: 'placementConstraints (memberOf without an expression) name no instances', fix: 'set the expression of memberOf' }];
  const bare = WITHOUT_ATTRIBUTE.exec(expression)?.[1];
  if (bare !== undefined) return [{ property, detail: `expression (${expression}) lacks attribute: in front of ${bare}`, fix: `write attribute:${bare}` }];
  if (!ONE_EQUALS.test(expression)) return [];
  return [{ property, detail: `expression (${expression}) compares with =, and the operator is ==`, fix: 'write == for =' }];
}

function strategyFault(type: string, field: string | undefined): readonly Result[] {
  const property = 'placementStrategies';
  if (type === 'spread' && !field) return [{ property, detail: 'placementStrategies (spread without a field) spread over nothing', fix: 'set the field to attribute:ecs.availability-zone or instanceId' }];
  if (type !== 'binpack' || ['cpu', 'memory'].includes(field?.toLowerCase() ?? '')) return [];
  return [{ property, detail: `field (${field ?? 'none'}) of binpack is neither cpu nor memory`, fix: 'set the field to cpu or memory' }];
}
