// libcurl's setopt and getinfo are variadic, which Swift cannot call: one typed function for each shape of argument.
#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

#include <curl/curl.h>

static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return (curl_easy_setopt)(easy, option, value);
}

// libcurl copies the text, but for ERRORBUFFER and the like; NULL puts the option back to its default.
static inline CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return (curl_easy_setopt)(easy, option, value);
}

// The buffer is borrowed; it must live until the handle is cleaned up, and hold CURL_ERROR_SIZE bytes.
static inline CURLcode ccurl_set_error_buffer(CURL *easy, char *buffer) {
    return (curl_easy_setopt)(easy, CURLOPT_ERRORBUFFER, buffer);
}

// The list is borrowed; it must live until the transfer has ended.
static inline CURLcode ccurl_set_recipients(CURL *easy, struct curl_slist *list) {
    return (curl_easy_setopt)(easy, CURLOPT_MAIL_RCPT, list);
}

static inline CURLcode ccurl_set_read(CURL *easy, curl_read_callback callback, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_READFUNCTION, callback);
    return code ? code : (curl_easy_setopt)(easy, CURLOPT_READDATA, context);
}

static inline CURLcode ccurl_set_write(CURL *easy, curl_write_callback callback, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_WRITEFUNCTION, callback);
    return code ? code : (curl_easy_setopt)(easy, CURLOPT_WRITEDATA, context);
}

static inline CURLcode ccurl_set_header(CURL *easy, curl_write_callback callback, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_HEADERFUNCTION, callback);
    return code ? code : (curl_easy_setopt)(easy, CURLOPT_HEADERDATA, context);
}

static inline CURLcode ccurl_set_before_request(CURL *easy, curl_prereq_callback callback, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_PREREQFUNCTION, callback);
    return code ? code : (curl_easy_setopt)(easy, CURLOPT_PREREQDATA, context);
}

static inline CURLcode ccurl_set_progress(CURL *easy, curl_xferinfo_callback callback, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_XFERINFOFUNCTION, callback);
    return code ? code : (curl_easy_setopt)(easy, CURLOPT_XFERINFODATA, context);
}

static inline CURLcode ccurl_set_socket_opened(CURL *easy, curl_sockopt_callback callback, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_SOCKOPTFUNCTION, callback);
    return code ? code : (curl_easy_setopt)(easy, CURLOPT_SOCKOPTDATA, context);
}

static inline CURLcode ccurl_set_socket_closing(CURL *easy, curl_closesocket_callback callback, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_CLOSESOCKETFUNCTION, callback);
    return code ? code : (curl_easy_setopt)(easy, CURLOPT_CLOSESOCKETDATA, context);
}

#endif
