import { known, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';

export const netSignInNeedsHttps = defineGotcha({
  id: 'net-sign-in-needs-https',
  title: 'A sign-in on a listener that speaks plain HTTP',
  consequence: 'rejected',
  symptom: 'Creating the listener or its rule fails: Elastic Load Balancing refuses an authentication action on HTTP.',
  why: 'Elastic Load Balancing accepts actions that sign users in (authenticate-cognito, authenticate-oidc) on HTTPS listeners only.',
  rule: 'No default action of a listener with protocol `HTTP`, and no action of its rules, is `authenticate-cognito` or `authenticate-oidc`.',
  fix: 'put the sign-in on the HTTPS listener, and have the HTTP listener redirect there',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html',
  levels: ['synth'],
  designedOut: 'An ingress refuses a signIn where clients use plain HTTP.',
  subject: 'listener',
  needs: ['protocol'],
  reads: ['defaultActions', 'ruleActions'],
  check: ({ protocol, defaultActions, ruleActions }) => protocol !== 'HTTP' ? [] : all(
    () => signIns('defaultActions', 'defaultActions', known(defaultActions)),
    () => signIns('actions', 'actions of its rules', known(ruleActions)),
  ),
});

function signIns(property: string, what: string, actions: readonly Fact<string>[]): readonly Result[] {
  return each(actions, (fact) => {
    const action = known(fact);
    return !action.startsWith('authenticate-') ? [] : [{ property, detail: `${what} (${action}) sign users in on a listener that speaks HTTP` }];
  });
}
