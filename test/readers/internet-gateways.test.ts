import type { VpcFacts } from '../../src/facts/vpc';
import { readSubjects } from '../../src/readers/subjects';

const imported = (name: string) => ({ 'Fn::ImportValue': name });
const attachment = (VpcId: unknown, InternetGatewayId: unknown) => ({ Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { VpcId, InternetGatewayId } });

test('an attachment in another stack beside that of the stack leaves its users to wait for their own', () => {
  const Resources = {
    Vpc: { Type: 'AWS::EC2::VPC' },
    Gateway: { Type: 'AWS::EC2::InternetGateway' },
    Attachment: attachment({ Ref: 'Vpc' }, { Ref: 'Gateway' }),
    Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' } } },
    Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: { Ref: 'Subnet' } } },
  };
  const Outputs = { Vpc: { Value: { Ref: 'Vpc' }, Export: { Name: 'vpc' } }, Gateway: { Value: { Ref: 'Gateway' }, Export: { Name: 'gateway' } } };
  const subjects = readSubjects([
    { id: 'Network', body: { Resources, Outputs } },
    { id: 'Other', body: { Resources: { Attachment: attachment(imported('vpc'), imported('gateway')) } } },
  ]);
  const { beforeGateway, gatewayAttachments } = subjects.find(({ kind }) => kind === 'vpc')!.facts as VpcFacts;
  expect(gatewayAttachments).toEqual(['Attachment', 'Attachment']);
  expect(beforeGateway).toEqual(['Nat']);
});
