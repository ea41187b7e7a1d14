/** How the types of the schema are generated: `kysely-codegen` with these arguments. */
export function codegenArguments(url: string, file: string): string[] {
  return [
    "--dialect",
    "postgres",
    "--url",
    url,
    "--out-file",
    file,
    "--type-mapping",
    JSON.stringify({ int8: "number" }),
    "--exclude-pattern",
    "kysely_*",
  ];
}
