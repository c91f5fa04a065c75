import { hasValidCheckSymbol } from './checkSymbol';

/** `print`: every ticket has a printed code with a check symbol; `any`: only the server can tell. */
export type CodeStyle = 'print' | 'any';

const PRINTED_LENGTH = 12;
const LONGEST_CODE = 64;

/**
 * Reads a code as typed and gives it without separators, or undefined when no ticket can have it
 * (Spec, rules §2.2). The spelling is kept, because codes of other styles tell a from A.
 */
export function readCode(typed: string, style: CodeStyle): string | undefined {
  const code = typed.trim().replace(/[\s\-_.]/g, '');
  if (code.length > LONGEST_CODE || !/^[A-Za-z0-9]+$/.test(code)) return undefined;
  if (style === 'print' && !isPrintedCode(code)) return undefined;
  return code;
}

function isPrintedCode(code: string): boolean {
  const canonical = code.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return canonical.length === PRINTED_LENGTH && hasValidCheckSymbol(canonical);
}
