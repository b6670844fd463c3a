/** Parts of each synthesis that cost time and that no template shows: tests about one of these switch it on for themselves. */
process.env.CDK_VALIDATION = 'false';
process.env.CDK_CONTEXT_JSON = JSON.stringify({
  'aws:cdk:disable-creation-stack-traces': true,
  'aws:cdk:tree-metadata': false,
  'aws:cdk:version-reporting': false,
});
