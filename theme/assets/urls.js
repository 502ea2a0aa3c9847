// Addresses that scripts build, relative to the site's root: those of generator/urls.py (tests/rendering/test_script_checks.py).
export const CATALOGUE = "thu-tuc/";
export const EMBEDDED = "nhung/";
export const FIELDS = "linh-vuc/";
export const GUIDES = "huong-dan/";
export const LAWS = "van-ban/";
export const REPORT = "phan-anh/gop-y/";
export const SEARCH = "tim-kiem/";
export const SEARCH_INDEX = "tim-kiem/muc-luc.json";
export const UNITS = "don-vi/";
