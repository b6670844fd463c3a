import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const gwHttpsOnly = defineGotcha({
  id: 'gw-https-only',
  title: 'A gateway of ECS with a listener that is not HTTPS on port 443',
  consequence: 'rejected',
  symptom: 'Creating the gateway fails with an `InvalidParameterException` about the protocol or the port.',
  why: 'The load balancers of a gateway listen on HTTPS and port 443 alone, although the type of the property has HTTP too: ECS refuses other values.',
  rule: '`protocol` of `hostSharedAlb` is HTTPS and its `port` is 443, which are the defaults.',
  fix: 'remove protocol and port from hostSharedAlb: the defaults are HTTPS and 443',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostSharedAlbConfiguration.html',
  levels: ['synth'],
  subject: 'gateway',
  needs: [],
  reads: ['protocol', 'port'],
  check: ({ protocol, port }) => all(
    () => known(protocol) === 'HTTPS' ? [] : [{ property: 'hostSharedAlb.protocol', detail: `protocol (${known(protocol)}) is not HTTPS` }],
    () => known(port) === 443 ? [] : [{ property: 'hostSharedAlb.port', detail: `port (${known(port)}) is not 443` }],
  ),
});
