import { defineGotcha } from '../definition';

export const ec2UserDataPlain = defineGotcha({
  id: 'ec2-user-data-plain',
  title: 'User data of instances that is not encoded',
  consequence: 'rejected',
  symptom: '`Invalid BASE64 encoding of user data`, or `UserData does not appear to be base64 encoded`.',
  why: 'The API of EC2 and of Auto Scaling takes user data as base64. CloudFormation passes the text on as it is written, and encodes it only where Fn::Base64 asks for it.',
  rule: '`userData` of a launch template or a launch configuration is base64, or the argument of `Fn::Base64`.',
  fix: 'put the script into Fn::Base64, around Fn::Sub where it has variables',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-launchtemplate-launchtemplatedata.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` encodes the user data of its instances, as the CDK does.',
  subject: 'capacity',
  needs: ['userDataIsEncoded'],
  check: ({ userDataIsEncoded }) => userDataIsEncoded ? [] : [{ property: 'userData', detail: 'userData (plain text) is not base64, which EC2 takes alone' }],
});
