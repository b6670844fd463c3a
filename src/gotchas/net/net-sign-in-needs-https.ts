import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netSignInNeedsHttps = defineGotcha({
  id: 'net-sign-in-needs-https',
  title: 'A sign-in on a listener that speaks plain HTTP',
  severity: 'error',
  symptom: 'Creating the listener fails: Elastic Load Balancing refuses an authentication action on HTTP.',
  why: 'Elastic Load Balancing takes actions that sign users in (authenticate-cognito, authenticate-oidc) on HTTPS listeners only.',
  rule: 'No default action of a listener with protocol `HTTP` is `authenticate-cognito` or `authenticate-oidc`.',
  fix: 'put the sign-in on the HTTPS listener, and have the HTTP listener redirect there',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html',
  levels: ['synth'],
  designedOut: 'An ingress refuses a signIn where clients come by plain HTTP.',
  subject: 'listener',
  needs: ['protocol', 'defaultActions'],
  check: ({ protocol, defaultActions }) => protocol !== 'HTTP' ? [] : each(defaultActions, (fact) => {
    const action = known(fact);
    return !action.startsWith('authenticate-') ? [] : [{
      property: 'defaultActions',
      detail: `defaultActions (${action}) sign users in on a listener that speaks HTTP`,
    }];
  }),
});
