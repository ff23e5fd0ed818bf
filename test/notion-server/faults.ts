/** What goes wrong, instead of or around an answer. */
export type Fault =
  | {
      status: number;
      retryAfter?: number;
      code?: string;
      message?: string;
      additional?: Record<string, string>;
    }
  | { html: number }
  | { reset: true }
  /** Says 200 and sends only the first half of the body. */
  | { cut: true }
  /** The answer comes after so many real milliseconds. */
  | { slow: number }
  /** Something happens in Notion just before this request is answered. */
  | { meanwhile: () => void };

export interface FaultRule {
  /** Matched against `POST /v1/data_sources/…/query`. */
  on: RegExp;
  /** From which matching request on, counted from 1. */
  nth?: number;
  /** For how many of them. */
  times?: number;
  fault: Fault;
}

export function createFaults(): { add(rule: FaultRule): void; next(line: string): Fault[] } {
  const rules: (FaultRule & { seen: number })[] = [];
  return {
    add: (rule) => void rules.push({ ...rule, seen: 0 }),
    next(line) {
      return rules
        .filter((rule) => {
          if (!rule.on.test(line)) return false;
          const seen = ++rule.seen;
          const from = rule.nth ?? 1;
          return seen >= from && seen < from + (rule.times ?? 1);
        })
        .map((rule) => rule.fault);
    },
  };
}
