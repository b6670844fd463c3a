import { intrinsic } from '../../cloudformation/intrinsic';
import type { TextPiece } from '../../cloudformation/text-pieces';
import { Value } from '../../cloudformation/value';
import { asRecord } from '../../cloudformation/json';
import { Unknown } from '../../facts/fact';
import { HOLE } from '../../facts/image';

const CLUSTER_SETTING = /\bECS_CLUSTER\s*=\s*["']?$/;

/** Pieces of the user data of an instance, and of the metadata that `cfn-init` reads where the user data runs it. */
export function readStartScripts(launch: Value): readonly TextPiece[] {
  const pieces = launch.get('UserData').pieces();
  const text = pieces.map((piece) => typeof piece === 'string' ? piece : HOLE).join('');
  const [, resource = undefined] = /\bcfn-init\b[\s\S]*?(?:--resource|-r)[\s="',]+(\w+)/.exec(text) ?? [];
  const named = resource === undefined ? undefined : launch.template.resources.get(resource);
  const init = asRecord(named?.metadata)['AWS::CloudFormation::Init'];
  return init === undefined ? pieces : [...pieces, ...piecesIn(new Value(launch.template, init))];
}

/** Names of files and all texts. An unknown piece counts if it is the name of a cluster. */
function piecesIn(value: Value): readonly TextPiece[] {
  const { json } = value;
  if (typeof json === 'object' && json !== null && intrinsic(json) === undefined) {
    return Object.entries(json).flatMap(([name, item]) => [`\n${Array.isArray(json) ? '' : name} `, ...piecesIn(new Value(value.template, item))]);
  }
  let before = '';
  return value.pieces().map((piece) => {
    const decides = !(piece instanceof Unknown) || CLUSTER_SETTING.test(before);
    before = typeof piece === 'string' ? piece : '';
    return decides ? piece : HOLE;
  });
}
