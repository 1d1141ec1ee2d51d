export declare const permissionFlags: string[]
