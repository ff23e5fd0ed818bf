/** The path of a page whose props are worked out where they are asked for: most builds look at few of many pages. */
export function lazyPath<Params, Props>(
  params: Params,
  make: () => Props,
): { params: Params; readonly props: Props } {
  let known: Props | undefined;
  return {
    params,
    get props() {
      return (known ??= make());
    },
  };
}
