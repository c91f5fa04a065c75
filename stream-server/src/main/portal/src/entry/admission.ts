import type { Grant, Refusal } from '../api/answers';
import { readCode, type CodeStyle } from '../code/ticketCode';
import type { Verdict } from '../session/validation';

/** What became of a code that was handed in. */
export type AdmissionResult =
  { kind: 'granted'; grant: Grant; code: string } | { kind: 'refused'; refusal: Refusal };

/** What admission asks. */
export interface AdmissionNeeds {
  codeStyle: () => Promise<CodeStyle>;
  validate: (code: string, takeover: boolean) => Promise<Verdict>;
}

/** Checks a code as typed: first here, which spares mistyped ones the way to the server. */
export async function admit(
  typed: string,
  takeover: boolean,
  needs: AdmissionNeeds,
): Promise<AdmissionResult> {
  const code = readCode(typed, await needs.codeStyle());
  if (code === undefined) return { kind: 'refused', refusal: { kind: 'invalid' } };
  const verdict = await needs.validate(code, takeover);
  return verdict.kind === 'granted' ? { ...verdict, code } : verdict;
}
