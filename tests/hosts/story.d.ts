export const before: string;
export const after: string;
