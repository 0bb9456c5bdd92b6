export * from "./invite";
export * from "./organization";
export * from "./page";
export * from "./parameters";
export * from "./roles";
export * from "./usage";
