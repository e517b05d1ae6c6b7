import type { PipeTransform, Type } from '@nestjs/common';
import { PARAMTYPES_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';

/** What a handler takes from the request, as its parameters declare it. */
export interface RouteArgument {
  readonly in: 'body' | 'query' | 'path';
  /** The one parameter that is taken; undefined where the whole body or query is. */
  readonly name: string | undefined;
  /** Class it is checked against; `Object` and the like where there is none. */
  readonly type: unknown;
  readonly pipes: readonly (PipeTransform | Type<PipeTransform>)[];
}

const PLACES: Readonly<Partial<Record<number, RouteArgument['in']>>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'path',
};

interface Declared {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes: RouteArgument['pipes'];
}

/** @param controller class of the handler */
export function argumentsOf(controller: Type, handler: string): RouteArgument[] {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, Declared>;
  const types = (Reflect.getMetadata(PARAMTYPES_METADATA, controller.prototype as object, handler) ?? []) as unknown[];
  return Object.entries(declared).flatMap(([key, { index, data, pipes }]) => {
    const place = PLACES[Number(key.split(':')[0])];
    return place === undefined
      ? []
      : [{ in: place, name: typeof data === 'string' ? data : undefined, type: types[index], pipes }];
  });
}
