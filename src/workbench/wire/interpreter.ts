import type { Excel } from "../model/excel";
import { model } from "../model/model";
import { since } from "../model/since";
import type { Answer, OfficeClass, Thing } from "../model/office-class";
import { OfficeError, badArgument, isThing, notImplemented, nullObject, thing } from "../model/office-class";
import type { Action, ArgumentInfo, ObjectPath, QueryInfo, RequestBody } from "./request";
import { actionTypes, pathTypes } from "./request";
import { atLeast } from "./requirements";

/** Objects that the library keeps across requests, by the reference id that we gave it. */
export interface References {
  readonly kept: Map<string, Thing>;
  readonly ids: WeakMap<object, string>;
  count: number;
}

export function newReferences(): References {
  return { kept: new Map(), ids: new WeakMap(), count: 0 };
}

const classOf = (of: Thing) => model[of.kind] as OfficeClass<unknown>;

/** Answers one batch. `stopAfter` ends it with an error after so many actions, as a host that fails half way. */
export function answer(
  excel: Excel,
  references: References,
  bodyText: string,
  stop?: { readonly after: number; readonly error: OfficeError },
): string {
  const body = JSON.parse(bodyText) as RequestBody;
  const objects = new Map<number, Answer>();
  const results: unknown[] = [];
  const traces: number[] = [];
  const resolve = (id: number): Answer => {
    const known = objects.get(id);
    if (known) return known;
    const path = body.ObjectPaths[id];
    if (!path) throw badArgument();
    const found = follow(path);
    objects.set(id, found);
    return found;
  };
  const argumentsOf = (info: ArgumentInfo | undefined) =>
    (info?.Arguments ?? []).map((value, index) => {
      const path = info?.ReferencedObjectPathIds?.[index];
      return path ? resolve(path) : value;
    });
  const follow = (path: ObjectPath): Answer => {
    const { global, newObject, reference, nullObject: none, property, indexer, method } = pathTypes;
    switch (path.ObjectPathType) {
      case global:
        return thing("Workbook", excel.book);
      case none:
        return nullObject;
      case newObject:
        if (!(path.Name in model)) throw notImplemented(path.Name);
        return thing(path.Name as "Microsoft.InternalService.AddinInternalService", null);
      case reference: {
        const kept = references.kept.get(path.Name);
        if (!kept)
          throw new OfficeError("InvalidReference", "This reference is not valid for the current operation.");
        return kept;
      }
    }
    const parent = resolve(path.ParentObjectPathId ?? 0);
    if (parent === nullObject) return nullObject;
    switch (path.ObjectPathType) {
      case property:
        return navigate(parent as Thing, path.Name, excel);
      case indexer: {
        const { item } = classOf(parent as Thing);
        if (!item) throw notImplemented(`an index of ${parent.kind}`);
        return item((parent as Thing).of, argumentsOf(path.ArgumentInfo)[0], excel);
      }
      case method: {
        const found = call(parent as Thing, path.Name, argumentsOf(path.ArgumentInfo), excel);
        return isThing(found) ? found : nullObject;
      }
      default:
        throw notImplemented(`object paths of type ${path.ObjectPathType}`);
    }
  };
  const identity = (of: Thing): Record<string, unknown> => {
    const { id, kept } = classOf(of);
    const value: Record<string, unknown> = {};
    if (id) value.Id = id(of.of);
    if (kept && body.AutoKeepReference) value._ReferenceId = keep(references, of);
    return value;
  };
  const act = (action: Action): unknown => {
    const of = resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return of === nullObject ? null : identity(of as Thing);
      case actionTypes.query:
        return of === nullObject ? null : query(of as Thing, action.QueryInfo ?? {}, identity, excel);
      case actionTypes.method: {
        if (action.Name === "_RemoveReference") {
          references.kept.delete(String(argumentsOf(action.ArgumentInfo)[0]));
          return null;
        }
        if (of === nullObject) return null;
        const found = call(of as Thing, action.Name, argumentsOf(action.ArgumentInfo), excel);
        return isThing(found) ? null : (found ?? null);
      }
      case actionTypes.setProperty: {
        if (of === nullObject) throw new OfficeError("InvalidObjectPath", "The object does not exist.");
        mustBeKnown(of as Thing, action.Name, excel);
        const set = member(classOf(of as Thing).set, action.Name);
        if (!set) throw notImplemented(`setting ${of.kind}.${action.Name}`);
        set((of as Thing).of, argumentsOf(action.ArgumentInfo)[0], excel);
        return null;
      }
      default:
        throw notImplemented(`actions of type ${action.ActionType}`);
    }
  };
  for (const [index, action] of body.Actions.entries()) {
    if (action.ActionType === actionTypes.trace) {
      traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: null });
      continue;
    }
    try {
      if (stop && index >= stop.after) throw stop.error;
      results.push({ ActionId: action.Id, Value: act(action) });
    } catch (error) {
      if (!(error instanceof OfficeError)) throw error;
      return JSON.stringify({ Error: errorOf(error, action, body, index), Results: results });
    }
  }
  return JSON.stringify(traces.length ? { Results: results, TraceIds: traces } : { Results: results });
}

function keep(references: References, of: Thing): string {
  const target = of.of as object;
  const known = references.ids.get(target);
  if (known) return known;
  references.count += 1;
  const id = `{ref-${references.count}}`;
  references.ids.set(target, id);
  references.kept.set(id, of);
  return id;
}

function errorOf(error: OfficeError, action: Action, body: RequestBody, index: number) {
  const path = body.ObjectPaths[action.ObjectPathId];
  const location = [path?.Name, action.Name].filter(Boolean).join(".");
  return {
    Code: error.code,
    Message: error.message,
    HttpStatusCode: error.status,
    Location: location,
    ActionIndex: index,
  };
}

function member<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Excel answers a member of a later API set as if it were no member at all. */
function mustBeKnown(of: Thing, name: string, excel: Excel): void {
  const version = since[`${of.kind}.${name}`];
  if (version === undefined || atLeast(excel.api, version)) return;
  throw new OfficeError(
    "ApiNotFound",
    `${of.kind}.${name} is in ExcelApi ${version}; this Excel has ${excel.api}.`,
    404,
  );
}

function navigate(of: Thing, name: string, excel: Excel): Thing {
  mustBeKnown(of, name, excel);
  const step = member(classOf(of).nav, name);
  if (!step) throw notImplemented(`${of.kind}.${name}`);
  return step(of.of, excel);
}

function call(of: Thing, name: string, values: readonly unknown[], excel: Excel): unknown {
  mustBeKnown(of, name, excel);
  const method = member(classOf(of).call, name);
  if (!method) throw notImplemented(`${of.kind}.${name}()`);
  return method(of.of, values, excel);
}

/** Finds a member by its name in any case: `load` names are as the add-in's author wrote them. */
function like<T>(table: Readonly<Record<string, T>> | undefined, name: string): [string, T] | null {
  const wanted = name.toLowerCase();
  const key = Object.keys(table ?? {}).find((each) => each.toLowerCase() === wanted);
  return key === undefined ? null : [key, table![key]];
}

type Identity = (of: Thing) => Record<string, unknown>;

function query(of: Thing, info: QueryInfo, identity: Identity, excel: Excel): Record<string, unknown> {
  const names = [...(info.Select ?? []), ...(info.Expand ?? [])];
  if (!classOf(of).items) return pick(of, names, identity, excel);
  return list(of, names, identity, excel, info);
}

function list(of: Thing, names: readonly string[], identity: Identity, excel: Excel, info: QueryInfo = {}) {
  const inner = names.map((name) => name.replace(/^items\/?/i, "")).filter((name) => name !== "");
  const own = inner.filter((name) => like(classOf(of).get, name));
  const from = info.Skip ?? 0;
  const items = classOf(of).items!(of.of, excel).slice(
    from,
    info.Top === undefined ? undefined : from + info.Top,
  );
  const value = own.length ? pick(of, own, identity, excel) : identity(of);
  const each = inner.filter((name) => !own.includes(name));
  return { ...value, _Items: items.map((item) => pick(item, each, identity, excel)) };
}

/** The named properties of one object; all of its plain ones when none is named. */
function pick(
  of: Thing,
  names: readonly string[],
  identity: Identity,
  excel: Excel,
): Record<string, unknown> {
  const value = identity(of);
  const { get, nav } = classOf(of);
  const wanted =
    names.length && !names.includes("$all")
      ? names
      : Object.keys(get ?? {}).filter((name) => atLeast(excel.api, since[`${of.kind}.${name}`] ?? "1.1"));
  const further = new Map<string, string[]>();
  for (const name of wanted) {
    const [head, ...rest] = name.split("/");
    const plain = rest.length ? null : like(get, head);
    if (plain) {
      mustBeKnown(of, plain[0], excel);
      value[plain[0]] = plain[1](of.of, excel);
      continue;
    }
    const step = like(nav, head);
    if (!step) throw notImplemented(`${of.kind}.${name}`);
    further.set(step[0], [...(further.get(step[0]) ?? []), rest.join("/")]);
  }
  for (const [name, inner] of further) {
    const next = navigate(of, name, excel);
    const asked = inner.filter((each) => each !== "");
    value[name] = classOf(next).items
      ? list(next, asked, identity, excel)
      : pick(next, asked, identity, excel);
  }
  return value;
}
