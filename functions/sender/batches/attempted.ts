import {
  Malformed,
  Refusal,
  type RefusalCode,
  type RefusalDetail,
} from '../../../shared/domain/errors.ts';
import { PdfRefusal } from '../../../shared/pdf/refusal.ts';

/** What is wrong in a file, and where: its row as in the spreadsheet, its column by name. */
export interface CellProblem {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;
  readonly row: number;
  /** Absent: the row as a whole. */
  readonly column?: string;
}

type Where = Pick<CellProblem, 'row' | 'column'>;

/** Notes what a rule refuses instead of throwing it, so that all is said at once; undefined then. */
export async function attempted<T>(
  problems: CellProblem[],
  where: Where,
  act: () => T | Promise<T>,
  malformed: RefusalCode = 'contact_invalid',
): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    problems.push({ ...refusalIn(error, malformed), ...where });
    return undefined;
  }
}

function refusalIn(error: unknown, malformed: RefusalCode): Pick<CellProblem, 'code' | 'detail'> {
  if (error instanceof Malformed) return { code: malformed, detail: {} };
  if (!(error instanceof Refusal || error instanceof PdfRefusal)) throw error;
  return { code: error.code, detail: error.detail ?? {} };
}
