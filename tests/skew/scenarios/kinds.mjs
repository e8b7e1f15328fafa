// What may become of a page that was loaded before a deploy. A scenario is data: what each version's
// client sends, what it gets from its own server, and what from the other one.

/** The error that a function declares, where its result is expected. */
export const fails = (code, data) => new Failure(code, data);

export class Failure {
  constructor(code, data) {
    this.code = code;
    this.data = data;
  }
}

/** What stands where a long text is to be tried as well. */
export const NOTE = "note";

const saveAndFind = (module) => {
  const functions = [module, "save", "find"];
  return { before: functions, after: functions };
};

const scenario = (module, what, verdict, calls, more = {}) => ({
  module,
  what,
  verdict,
  functions: saveAndFind(module),
  crossed: {},
  ...calls,
  ...more,
});

/** Nothing differs that travels: every pair is one version. */
export const same = (module, what, calls, more) => scenario(module, what, "same", calls, more);

/** With a lock, an open page goes on over JSON, and gets `open`. */
export const tolerated = (module, what, calls, more) => scenario(module, what, "tolerated", calls, more);

/** An open page is told so. */
export const refused = (module, what, calls, more) => scenario(module, what, "refused", calls, more);

/** Neither: `cells` has what each pair answers. */
export const special = (module, what, calls, more) => scenario(module, what, "special", calls, more);
