const prefix = 'http://handler.test/'

/** Returns the URL of an endpoint that is a function of this process. Nothing is ever sent to this URL. */
export const handlerUrl = (endpointId: string): string => prefix + endpointId

export const isHandlerUrl = (url: string): boolean => url.startsWith(prefix)
