"""The four faults of TT 19/2014/TT-BTP Đ10 k3 as four reports, and how complete the posting is; plain data, no pages."""
