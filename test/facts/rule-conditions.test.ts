import { covers, type RuleConditions } from '../../src/facts/rule-conditions';

const yes: [string, RuleConditions, RuleConditions][] = [
  ['a rule without conditions', {}, { pathPatterns: ['/a'] }],
  ['the same', { hostNames: ['a.example.com'] }, { hostNames: ['a.example.com'] }],
  ['host names in other case', { hostNames: ['A.example.com'] }, { hostNames: ['a.EXAMPLE.com'] }],
  ['a wildcard', { pathPatterns: ['/api/*'] }, { pathPatterns: ['/api/orders/*'] }],
  ['a wildcard and what is shorter than it seems', { pathPatterns: ['/api/*'] }, { pathPatterns: ['/api/'] }],
  ['a wildcard before', { hostNames: ['*.example.com'] }, { hostNames: ['a.example.com', '*.eu.example.com'] }],
  ['any path', { pathPatterns: ['*'] }, { pathPatterns: ['/*', '/a?c'] }],
  ['one character', { pathPatterns: ['/a?c'] }, { pathPatterns: ['/abc', '/a?c'] }],
  ['wildcards in the middle', { pathPatterns: ['/*/b/*'] }, { pathPatterns: ['/a/*/b/c'] }],
  ['several stars in a row', { pathPatterns: ['/a**'] }, { pathPatterns: ['/a'] }],
  ['one condition less', { pathPatterns: ['/a'] }, { pathPatterns: ['/a'], methods: ['GET'] }],
  ['more values', { methods: ['GET', 'POST'] }, { methods: ['GET'] }],
  ['headers of the same name', { headers: { 'X-A': ['1', '2'] } }, { headers: { 'x-a': ['2'] } }],
  ['a parameter among others', { queryStrings: [{ key: 'v', value: '1' }, { value: 'x*' }] }, { queryStrings: [{ value: 'xy' }] }],
  ['an empty list is no condition', { hostNames: [], pathPatterns: ['/a'] }, { pathPatterns: ['/a'] }],
];

const no: [string, RuleConditions, RuleConditions][] = [
  ['another host', { hostNames: ['a.example.com'] }, { hostNames: ['b.example.com'] }],
  ['paths in other case', { pathPatterns: ['/A'] }, { pathPatterns: ['/a'] }],
  ['what a name is part of', { pathPatterns: ['/api'] }, { pathPatterns: ['/api/*'] }],
  ['more than a wildcard takes', { pathPatterns: ['/api/orders/*'] }, { pathPatterns: ['/api/*'] }],
  ['any characters for one', { pathPatterns: ['/a?c'] }, { pathPatterns: ['/a*c'] }],
  ['one character for a name', { pathPatterns: ['/abc'] }, { pathPatterns: ['/a?c'] }],
  ['nothing for one character', { pathPatterns: ['/a?'] }, { pathPatterns: ['/a'] }],
  ['only some of the values', { hostNames: ['a.example.com'] }, { hostNames: ['a.example.com', 'b.example.com'] }],
  ['one condition more', { pathPatterns: ['/a'], methods: ['GET'] }, { pathPatterns: ['/a'] }],
  ['another header', { headers: { 'X-A': ['1'] } }, { headers: { 'X-B': ['1'] } }],
  ['another parameter', { queryStrings: [{ key: 'v', value: '1' }] }, { queryStrings: [{ key: 'w', value: '1' }] }],
];

test.each(yes)('covers %s', (_, wide, narrow) => expect(covers(wide, narrow)).toBe(true));

test.each(no)('does not cover %s', (_, wide, narrow) => expect(covers(wide, narrow)).toBe(false));
