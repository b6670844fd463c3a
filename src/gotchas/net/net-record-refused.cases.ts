import { ARecord, CnameRecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CfnCondition, Fn, type Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function records(stack: Stack, ...given: readonly Properties[]): void {
  const zone = resource(stack, 'Zone', 'AWS::Route53::HostedZone', { Name: 'example.com.' });
  given.forEach((properties, index) => resource(stack, `Record${index}`, 'AWS::Route53::RecordSet', { HostedZoneId: zone.ref, Type: 'A', ...properties }));
}

function twice(stack: Stack, zone: HostedZone, second = 'app'): void {
  new ARecord(stack, 'First', { zone, recordName: 'app', target: RecordTarget.fromIpAddresses('192.0.2.1') });
  new ARecord(stack, 'Second', { zone, recordName: second, target: RecordTarget.fromIpAddresses('192.0.2.2') });
}

const newZone = (stack: Stack) => new HostedZone(stack, 'Zone', { zoneName: 'example.com' });

function group(stack: Stack, properties: Readonly<Record<string, unknown>>): void {
  resource(stack, 'Records', 'AWS::Route53::RecordSetGroup', properties);
}

/** An alias of the name of one load balancer with the hosted zone of one. */
function alias(stack: Stack, name: string, zone: string): void {
  for (const id of new Set([name, zone])) resource(stack, id, 'AWS::ElasticLoadBalancingV2::LoadBalancer', {});
  const DNSName = { 'Fn::Join': ['', ['dualstack.', { 'Fn::GetAtt': [name, 'DNSName'] }]] };
  records(stack, { Name: 'app.example.com', AliasTarget: { DNSName, HostedZoneId: { 'Fn::GetAtt': [zone, 'CanonicalHostedZoneID'] } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a name outside of the zone', caught: true, app: (stack) => records(stack, { Name: 'app.example.org' }) },
  { name: 'a name without that of the zone', caught: true, app: (stack) => records(stack, { Name: 'app' }) },
  { name: 'a name that only ends with the same letters', caught: true, app: (stack) => records(stack, { Name: 'app.my-example.com' }) },
  {
    name: 'a zone by its name',
    caught: true,
    app: (stack) => void resource(stack, 'Record', 'AWS::Route53::RecordSet', { HostedZoneName: 'example.com.', Name: 'app.example.org.', Type: 'A' }),
  },
  { name: 'one name twice', caught: true, app: (stack) => twice(stack, newZone(stack)) },
  {
    name: 'one name twice in an imported zone',
    caught: true,
    app: (stack) => {
      const zone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z123', zoneName: 'example.com' });
      twice(stack, zone as HostedZone, 'APP');
    },
  },
  { name: 'a CNAME beside another record', caught: true, app: (stack) => records(stack, { Name: 'app.example.com', Type: 'TXT' }, { Name: 'app.example.com', Type: 'CNAME' }) },
  { name: 'another record beside a CNAME', caught: true, app: (stack) => records(stack, { Name: 'app.example.com', Type: 'CNAME' }, { Name: 'app.example.com', Type: 'TXT' }) },
  { name: 'a record with a set identifier beside one without', caught: true, app: (stack) => records(stack, { Name: 'example.com' }, { Name: 'example.com', SetIdentifier: 'a' }) },
  { name: 'a CNAME at the top of the zone', caught: true, app: (stack) => void new CnameRecord(stack, 'Top', { zone: newZone(stack), domainName: 'example.net' }) },
  { name: 'one set identifier twice', caught: true, app: (stack) => records(stack, { Name: 'example.com', SetIdentifier: 'a' }, { Name: 'example.com', SetIdentifier: 'a' }) },
  {
    name: 'a record of a group is not in its zone',
    caught: true,
    app: (stack) => group(stack, { HostedZoneName: 'example.com.', RecordSets: [{ Name: 'app.example.org', Type: 'A' }] }),
  },
  {
    name: 'a record of a group, and one of its own',
    caught: true,
    app: (stack) => {
      const HostedZoneId = newZone(stack).hostedZoneId;
      group(stack, { RecordSets: [{ HostedZoneId, Name: 'app.example.com', Type: 'A' }] });
      resource(stack, 'Record', 'AWS::Route53::RecordSet', { HostedZoneId, Name: 'app.example.com', Type: 'A' });
    },
  },
  {
    name: 'records of a group',
    caught: false,
    app: (stack) => group(stack, { HostedZoneName: 'example.com.', RecordSets: [{ Name: 'app.example.com', Type: 'A' }, { Name: 'api.example.com', Type: 'A' }] }),
  },
  { name: 'records of the CDK', caught: false, app: (stack) => twice(stack, newZone(stack), 'other') },
  { name: 'several types of one name', caught: false, app: (stack) => records(stack, { Name: 'app.example.com' }, { Name: 'app.example.com.', Type: 'AAAA' }) },
  { name: 'an alias in the hosted zone of another load balancer', caught: true, app: (stack) => alias(stack, 'Web', 'Other') },
  { name: 'an alias of a load balancer', caught: false, app: (stack) => alias(stack, 'Web', 'Web') },
  { name: 'set identifiers', caught: false, app: (stack) => records(stack, { Name: 'example.com', SetIdentifier: 'a' }, { Name: 'example.com', SetIdentifier: 'b' }) },
  { name: 'names in upper case', caught: false, app: (stack) => records(stack, { Name: 'App.Example.COM' }) },
  { name: 'a parameter decides the name', caught: false, notChecked: true, app: (stack) => records(stack, { Name: parameter(stack) }) },
  {
    name: 'conditions decide which of two is there',
    caught: false,
    notChecked: true,
    app: (stack) => {
      new CfnCondition(stack, 'Green', { expression: Fn.conditionEquals(parameter(stack), 'green') });
      new CfnCondition(stack, 'Blue', { expression: Fn.conditionNot(Fn.conditionEquals(stack.resolve({ Ref: 'Given' }), 'green')) });
      twice(stack, newZone(stack));
      ['First', 'Second'].forEach((id, index) => {
        const record = stack.node.findChild(id).node.defaultChild as ReturnType<typeof resource>;
        record.addOverride('Condition', ['Green', 'Blue'][index]);
      });
    },
  },
  {
    name: 'the zone is looked up later',
    caught: false,
    notChecked: true,
    app: (stack) => records(stack, { HostedZoneId: 'DUMMY', Name: 'app.example.com' }, { HostedZoneId: 'DUMMY', Name: 'app.example.com' }),
  },
  {
    name: 'the zone is imported by its id',
    caught: false,
    notChecked: true,
    app: (stack) => void resource(stack, 'Record', 'AWS::Route53::RecordSet', { HostedZoneId: 'Z123', Name: 'app.example.org.', Type: 'A' }),
  },
];
