/** Stands for a credential while a text is being redacted: one character, so that no rule takes it apart. */
export const REDACTED = '\ue000';

/** Credentials that are known by their form, whatever stands around them. */
const FORMS: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  // The end of a key whose beginning is cut off.
  /(?:(?<![\w+/=])[\w+/=]{16,}\s+)+-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g,
  // A password in quotes behind its name, without a sign between them.
  /(?<=\b(?:password|passwd|passphrase)\s+(["']))[^"'\n]+(?=\1)/gi,
  // AWS: access key ids, session tokens.
  /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g,
  /(?<![\w+/])(?:IQoJ|FwoG|FQoG|AgoG)[\w+/=%-]{40,}/g,
  // JSON web tokens.
  /(?<![\w-])eyJ[\w-]+\.eyJ[\w-]+(?:\.[\w-]*)?/g,
  // GitHub, GitLab, npm, PyPI, Docker Hub, Bitbucket.
  /(?<!\w)gh[oprsu]_\w{16,}/g,
  /(?<!\w)github_pat_\w{16,}/g,
  /(?<!\w)gl(?:pat|dt|rt|ptt|ft|soat|cbt|imt|agent|oas)-[\w.-]{16,}/g,
  /(?<!\w)npm_[A-Za-z0-9]{30,}/g,
  /(?<!\w)pypi-[\w-]{16,}/g,
  /(?<!\w)dckr_(?:pat|oat)_[\w-]{16,}/g,
  /(?<!\w)ATATT3[\w=-]{16,}/g,
  // Slack, Discord, Telegram.
  /(?<!\w)xox[a-z](?:\.[a-z]+)?-[\w-]{8,}/g,
  /(?<!\w)xapp-[\w-]{8,}/g,
  /(?<=hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/-]+/g,
  /(?<=discord(?:app)?\.com\/api\/webhooks\/)\d+\/[\w-]+/g,
  /(?<![\w:])\d{8,10}:AA[\w-]{30,}/g,
  // Stripe, Square, Shopify, Twilio, SendGrid, Mailgun.
  /(?<!\w)[prs]k_(?:live|test)_\w{8,}/g,
  /(?<!\w)whsec_[\w+/=]{16,}/g,
  /(?<!\w)sq0[a-z]{3}-[\w-]{16,}/g,
  /(?<!\w)shp(?:at|ca|pa|ss)_[0-9a-fA-F]{16,}/g,
  /(?<!\w)SK[0-9a-f]{32}(?!\w)/g,
  /(?<!\w)SG\.[\w-]{16,}\.[\w-]{16,}/g,
  /(?<!\w)key-[0-9a-f]{32}(?!\w)/g,
  // Google, OpenAI, Anthropic, Hugging Face and their like.
  /(?<!\w)AIza[\w-]{30,}/g,
  /(?<!\w)ya29\.[\w-]{16,}/g,
  /(?<!\w)GOCSPX-[\w-]{16,}/g,
  /(?<![\w-])sk-(?:[a-z]+\d*-)*[A-Za-z0-9_-]{20,}/g,
  /(?<!\w)(?:hf|gsk|r8)_[A-Za-z0-9]{20,}/g,
  // HashiCorp, DigitalOcean, Databricks, Grafana, New Relic, Doppler, Sentry, PlanetScale, Supabase, Linear, age.
  /(?<!\w)hv[bsr]\.[\w-]{16,}/g,
  /(?<![\w./-])s\.[A-Za-z0-9]{24}(?![\w.])/g,
  /(?<!\w)\w{14}\.atlasv1\.[\w-]{32,}/g,
  /(?<!\w)do[oprt]_v1_[0-9a-f]{32,}/g,
  /(?<!\w)dapi[0-9a-f]{32}/g,
  /(?<!\w)gl(?:sa|c)_[\w+/=]{16,}/g,
  /(?<!\w)NRAK-[A-Z0-9]{20,}/g,
  /(?<!\w)dp\.(?:pt|st|ct|sa)\.[\w.-]{16,}/g,
  /(?<!\w)sntry[su]_[\w+/=-]{16,}/g,
  /(?<!\w)pscale_(?:tkn|pw|oauth)_[\w.-]{16,}/g,
  /(?<!\w)sb(?:p|_secret)_\w{16,}/g,
  /(?<!\w)lin_(?:api|oauth)_\w{16,}/g,
  /(?<!\w)AGE-SECRET-KEY-1[0-9A-Z]{20,}/g,
];

/** Redacts credentials that are known by their form. */
export function withoutKnownForms(text: string): string {
  return FORMS.reduce((rest, form) => rest.replace(form, REDACTED), text);
}
