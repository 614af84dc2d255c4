/** A target that these settings cannot have. */
export interface Unsuitable {
  field: string;
  message: string;
}

export function unsuitable(field: string, message: string): Unsuitable {
  return { field, message };
}
