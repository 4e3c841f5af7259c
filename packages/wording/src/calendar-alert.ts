/** 2019年放假安排尚未载入: the title of the alert that a year's notice is missing; alerts are worded in Chinese. */
export const calendarMissingTitle = (year: number): string => `${year}年放假安排尚未载入`;

/** What is to be done about it, or that it is done. */
export const calendarMissingMessage = (year: number, isLoaded: boolean): string =>
  isLoaded
    ? `${year}年放假安排已载入，尚未到期的报送期限已重新计算。`
    : `${year}年的工作日暂按周末推算，报送期限可能变动。请载入国务院办公厅关于${year}年部分节假日安排的通知。`;
