/**
 * The shape another language must fill: the same keys as Chinese; where a message counts (`…_other`), its singular
 * (`…_one`) as well.
 */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>;
} & {
  readonly [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};
