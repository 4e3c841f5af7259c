export const listScores = async (..._: unknown[]): Promise<unknown> => ({ data: [] });
