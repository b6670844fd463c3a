import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const netDnsAttributesOff = defineGotcha({
  id: 'net-dns-attributes-off',
  title: 'A VPC without DNS for what depends on it',
  consequence: 'rejected',
  symptom: '`Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true`; or tasks that can\'t resolve the names of services and file systems.',
  why: 'EC2 refuses an endpoint with private DNS where one of the attributes is off. Names of Cloud Map and of EFS file systems exist and resolve for no task.',
  rule: '`enableDnsSupport` and `enableDnsHostnames` have to be `true` in a VPC with endpoints that have private DNS. With a private DNS namespace, or with '
    + 'mount targets of EFS, it is a warning.',
  fix: 'set enableDnsSupport and enableDnsHostnames of the VPC to true; CloudFormation leaves enableDnsHostnames off',
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html',
  levels: ['synth', 'live'],
  subject: 'vpc',
  needs: ['dnsSupport', 'dnsHostnames'],
  reads: ['privateDnsEndpoints', 'privateNamespaces', 'hasMountTargets'],
  check: ({ dnsSupport, dnsHostnames, privateDnsEndpoints, privateNamespaces, hasMountTargets }) => {
    if (dnsSupport && dnsHostnames) return [];
    const property = dnsSupport ? 'enableDnsHostnames' : 'enableDnsSupport';
    return all(
      () => known(privateDnsEndpoints) === 0 ? [] : [{ property, detail: `${property} (false) goes against the private DNS of ${known(privateDnsEndpoints)} endpoints` }],
      () => known(privateNamespaces) === 0 ? [] : [{
        property, detail: `${property} (false) keeps tasks from resolving names of a private DNS namespace`, consequence: 'misbehaves',
      }],
      () => !known(hasMountTargets) ? [] : [{
        property, detail: `${property} (false) keeps tasks from resolving names of EFS file systems`, consequence: 'misbehaves',
      }],
    );
  },
});
